import type { Meeting } from '#src/api/schemas/meetings.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo, useMeetingEvidence } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { ExternalLink } from '#src/ui/ExternalLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './MeetingSources.module.css';

/** The documents that a meeting rests on, each with the number of its entries that cite it. */
export function MeetingSources({ meeting }: { meeting: Meeting }) {
  const { t, date } = useI18n();
  const linkTo = useLinkTo();
  const evidence = useMeetingEvidence(meeting);
  const { sources } = meeting;
  return (
    <Panel
      id="sources"
      title={t('meetings.sourcesTitle', { count: sources.length })}
      lead={t('meetings.sourcesLead')}
    >
      <ol className={styles.list}>
        {sources.map((source) => (
          <li key={source.id}>
            <cite lang={source.language} dir="auto" className={styles.title}>
              <Link to={linkTo(paths.source(source.id))}>{source.title}</Link>
            </cite>
            <p className={styles.facts}>
              <span>{source.publisher}</span>
              {source.publishedOn !== null && (
                <time dateTime={source.publishedOn}>{date(source.publishedOn, 'short')}</time>
              )}
              {source.entries > 0 ? (
                <Link to={evidence({ source: [source.id] })}>
                  {t('meetings.entryCount', { count: source.entries })}
                </Link>
              ) : (
                <span>{t('meetings.sourceOfFacts')}</span>
              )}
              <ExternalLink href={source.url}>
                <span className={styles.open}>{t('record.openSource')}</span>
                <span className={styles.address}>{source.url}</span>
              </ExternalLink>
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
