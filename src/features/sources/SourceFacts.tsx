import type { SourceDetail } from '#src/api/schemas/sources.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { languageName } from '#src/i18n/language-name.ts';
import { partyName } from '#src/record/value-words.ts';
import { ExternalLink } from '#src/ui/ExternalLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './SourcePage.module.css';

/** Who published the document, when, in which language, and where it can be read. */
export function SourceFacts({ source }: { source: SourceDetail }) {
  const i18n = useI18n();
  const { t, date } = i18n;
  const { mechanism } = useRecord();
  const { reportedBy, archivedUrl, capturedOn, standIn, copy } = source;
  const linkTo = useLinkTo();
  return (
    <Panel title={t('sources.facts')}>
      <dl className={styles.facts}>
        {standIn !== undefined && (
          <>
            <dt>{t('sources.ownTitle')}</dt>
            <dd>
              {standIn.isFromAddress
                ? t('sources.titleFromAddress')
                : t('sources.titleDescribed', { language: languageName('en', i18n.locale) })}
            </dd>
          </>
        )}
        <dt>{t('sources.column-publisher')}</dt>
        <dd translate="no">{source.publisher}</dd>
        <dt>{t('sources.published')}</dt>
        <dd>
          {source.publishedOn === null ? (
            t('sources.noDate')
          ) : (
            <time dateTime={source.publishedOn}>{date(source.publishedOn)}</time>
          )}
        </dd>
        <dt>{t('app.language')}</dt>
        <dd>{languageName(source.language, i18n.locale)}</dd>
        {reportedBy !== undefined && (
          <>
            <dt>{t('filters.reportedBy')}</dt>
            <dd>
              {reportedBy === 'third'
                ? t('sources.reportedBy-third')
                : partyName(mechanism, reportedBy, i18n)}
            </dd>
          </>
        )}
        {copy !== undefined && (
          <>
            <dt>{t('sources.copies')}</dt>
            <dd>
              {t('evidence.copy')}
              {copy.of !== null && (
                <>
                  {' · '}
                  <Link to={linkTo(paths.source(copy.of))}>{t('sources.copyOf')}</Link>
                </>
              )}
            </dd>
          </>
        )}
        <dt>{t('sources.address')}</dt>
        <dd>
          <ExternalLink href={source.url}>{source.url}</ExternalLink>
        </dd>
        {archivedUrl !== undefined && (
          <>
            <dt>{t('sources.archived')}</dt>
            <dd>
              <ExternalLink href={archivedUrl}>{archivedUrl}</ExternalLink>
              {capturedOn !== undefined &&
                ` (${t('sources.archivedOn', { date: date(capturedOn) })})`}
            </dd>
          </>
        )}
        <dt>{t('sources.identifier')}</dt>
        <dd>
          <code translate="no">{source.id}</code>
        </dd>
      </dl>
    </Panel>
  );
}
