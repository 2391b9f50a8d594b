import type { ReactNode } from 'react';

import type { Source } from '#src/api/schemas/sources.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { languageName } from '#src/i18n/language-name.ts';
import { ExternalLink } from '#src/ui/ExternalLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { usePrinting } from '#src/ui/use-printing.ts';
import { SourceTitle } from '../SourceTitle.tsx';
import styles from './Apparatus.module.css';
import { evidenceOf, type Supported } from '#src/lib/accounts.ts';
import { shortLocator } from './Locator.tsx';

interface Props<One extends Source> {
  /** In the order of their numbers. */
  sources: readonly One[];
  /** The facts on the page, whose quotations paper has here: it has no other place for them. */
  facts: readonly Supported[];
  /** How much rests on a document. */
  children?: (source: One) => ReactNode;
}

/** What the facts quote of a document, each place once, in the order of the facts. */
function Quotations({ source, facts }: { source: Source; facts: readonly Supported[] }) {
  const quoted = facts
    .flatMap(evidenceOf)
    .filter((evidence) => evidence.source.id === source.id && evidence.quote !== undefined);
  const once = new Map(quoted.map((one) => [`${one.locator} ${one.quote?.text}`, one]));
  if (once.size === 0) return null;
  return (
    <ul className={styles.quotations}>
      {[...once].map(([key, { locator, quote }]) => (
        <li key={key}>
          {locator !== null && (
            <span lang="en" dir="auto">
              {shortLocator(locator)}{' '}
            </span>
          )}
          <q lang={quote?.lang} dir="auto">
            {quote?.text}
          </q>{' '}
        </li>
      ))}
    </ul>
  );
}

/** The documents that a page rests on, by the numbers that its references have; on paper the endnotes. */
export function Apparatus<One extends Source>({ sources, facts, children }: Props<One>) {
  const { t, date, locale } = useI18n();
  const linkTo = useLinkTo();
  const isPrinting = usePrinting();
  return (
    <ol className={styles.list}>
      {sources.map((source) => (
        <li key={source.id}>
          <cite className={styles.title}>
            <Link to={linkTo(paths.source(source.id))}>
              <SourceTitle of={source} />
            </Link>
          </cite>{' '}
          <p className={styles.facts}>
            <span translate="no">{source.publisher}</span>{' '}
            {source.publishedOn !== null && (
              <>
                <time dateTime={source.publishedOn}>{date(source.publishedOn, 'short')}</time>{' '}
              </>
            )}
            <span>{languageName(source.language, locale)}</span> {children?.(source)}{' '}
            <ExternalLink href={source.url}>
              <span className={styles.open}>{t('record.openSource')}</span>
              <span className={styles.address}>{source.url}</span>
            </ExternalLink>
          </p>
          {isPrinting && <Quotations source={source} facts={facts} />}
        </li>
      ))}
    </ol>
  );
}
