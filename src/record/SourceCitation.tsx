import { use } from 'react';

import type { Source } from '#src/api/schemas/sources.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { ExternalLink } from '#src/ui/ExternalLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { ImpliedSourceContext } from './ImpliedSourceContext.ts';
import styles from './SourceCitation.module.css';
import { SourceNumbersContext } from './SourceNumbersContext.ts';

interface Props {
  source: Source | null;
  /** The place in the document, such as "paragraph 4", as the record has it. */
  locator: string | null;
}

function SpelledOut({ source, locator }: Props & { source: Source }) {
  const i18n = useI18n();
  const linkTo = useLinkTo();
  return (
    <>
      <span className={styles.publisher}>
        <Link to={linkTo(paths.source(source.id))} title={source.title}>
          {source.publisher}
        </Link>
        {(source.publishedOn !== null || locator !== null) && ','}
      </span>{' '}
      {source.publishedOn !== null && (
        <>
          <time dateTime={source.publishedOn}>{i18n.date(source.publishedOn, 'short')}</time>
          {locator !== null && ', '}
        </>
      )}
      {locator !== null && (
        <span lang="en" dir="auto">
          {locator}
        </span>
      )}{' '}
      <ExternalLink href={source.url}>{i18n.t('record.openSource')}</ExternalLink>
    </>
  );
}

/** Where a fact is written: publisher, date and place in the document, with the way to the document itself. */
export function SourceCitation({ source, locator }: Props) {
  const { t } = useI18n();
  const number = use(SourceNumbersContext).get(source?.id ?? '');
  const implied = use(ImpliedSourceContext);
  if (source === null) return <span>{t('record.noSource')}</span>;
  if (source.id === implied)
    return (
      locator !== null && (
        <span lang="en" dir="auto">
          {locator}
        </span>
      )
    );
  if (number === undefined) {
    return (
      <span className={styles.citation}>
        <SpelledOut source={source} locator={locator} />
      </span>
    );
  }
  return (
    <>
      <span className={`${styles.citation} ${styles.numbered}`}>
        <SpelledOut source={source} locator={locator} />
      </span>
      {/* For paper alone: hidden where it is read out, since the citation says it. */}
      <span className={styles.reference} aria-hidden="true">
        [{number}]
        {locator !== null && (
          <span lang="en" dir="auto">
            {' '}
            {locator}
          </span>
        )}
      </span>
    </>
  );
}
