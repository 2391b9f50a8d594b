import type { Evidence } from '#src/api/schemas/sources.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { languageName } from '#src/i18n/language-name.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { ExternalLink } from '#src/ui/ExternalLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { RecordText } from '../RecordText.tsx';
import { SourceTitle } from '../SourceTitle.tsx';
import { accountWords } from './account-words.ts';
import { Locator } from './Locator.tsx';
import styles from './Peek.module.css';
import { Quotation } from './Quotation.tsx';

/** One document as evidence: what it is, whose account, where in it, its own words, and the way to it. */
export function EvidenceItem({ evidence }: { evidence: Evidence }) {
  const { source, locator, quote, independent, basis } = evidence;
  const i18n = useI18n();
  const { t, date, locale } = i18n;
  const { mechanism } = useRecord();
  const linkTo = useLinkTo();
  return (
    <li className={styles.item}>
      {independent !== undefined && (
        <p className={styles.standing}>
          {t(independent ? 'evidence.independent' : 'evidence.dependent')}
          {basis !== undefined && (
            <>
              {': '}
              <RecordText of={basis} />
            </>
          )}
        </p>
      )}
      <p className={styles.source}>
        <Link to={linkTo(paths.source(source.id))}>
          <SourceTitle of={source} />
        </Link>
      </p>
      <ul className={styles.facts}>
        <li translate="no">{source.publisher}</li>
        {source.publishedOn !== null && (
          <li>
            <time dateTime={source.publishedOn}>{date(source.publishedOn)}</time>
          </li>
        )}
        <li>{languageName(source.language, locale)}</li>
        {source.reportedBy !== undefined && (
          <li>{accountWords(source.reportedBy, mechanism, i18n)}</li>
        )}
        {source.copy !== undefined && <li>{t('evidence.copy')}</li>}
        {locator !== null && (
          <li>
            <Locator of={locator} />
          </li>
        )}
      </ul>
      {quote === undefined ? (
        <p className={styles.none}>{t('evidence.noQuote')}</p>
      ) : (
        <Quotation of={quote} />
      )}
      <ExternalLink href={source.url}>{t('record.openSource')}</ExternalLink>
    </li>
  );
}
