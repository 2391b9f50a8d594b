import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { entriesQuery, entryPagesQuery } from '#src/api/queries.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { SourceDetail } from '#src/api/schemas/sources.ts';
import { NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Locator } from '#src/record/evidence/Locator.tsx';
import { EntryLines } from '#src/record/evidence/EntryLines.tsx';
import { Link } from '#src/ui/Link.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { LoadMore } from './LoadMore.tsx';
import styles from './SourceEntries.module.css';
import { evidenceOf } from '#src/lib/accounts.ts';

const PAGE_SIZE = 50;
const CARD_HEIGHT = 96;

/** The entries place by place, each place under its name; without headings where no place is on record. */
function EntriesByPlace({ of: entries, source }: { of: readonly Entry[]; source: SourceDetail }) {
  const { t } = useI18n();
  const places = entriesByPlace(entries, source.id);
  const arePlaced = places.some(({ locator }) => locator !== null);
  return places.map((place) => (
    <section key={place.locator ?? ''}>
      {arePlaced && (
        <h3 className={`${styles.place} small quiet`}>
          {place.locator === null ? t('sources.noPlace') : <Locator of={place.locator} />}
        </h3>
      )}
      <EntryLines entries={place.entries} isMeetingHidden={source.meetings.length === 1} />
    </section>
  ));
}

/** The entries that rest on a document, and how many of them no account supports that does not depend on it. */
export function SourceEntries({ source }: { source: SourceDetail }) {
  const { t, date } = useI18n();
  const { asOf, isAsOfChosen } = useAsOf();
  const linkTo = useLinkTo();
  const api = useApi();
  const ofSource = { ...NO_FILTERS, source: [source.id] };
  const query = useInfiniteQuery(
    entryPagesQuery(api, { ...toEntryFilters(ofSource, asOf), sort: '-meeting', limit: PAGE_SIZE }),
  );
  const unconfirmed = { source: [source.id], status: ['single-source' as const] };
  const single = useQuery(
    entriesQuery(api, { ...toEntryFilters({ ...ofSource, ...unconfirmed }, asOf), limit: 1 }),
  );
  const total = query.data?.pages[0]?.total ?? source.entries;
  return (
    <Panel
      id="entries"
      title={t('sources.entriesTitle', { count: total })}
      lead={
        <>
          {isAsOfChosen && `${t('sources.entriesAsOf', { date: date(asOf) })} `}
          {single.data !== undefined && total > 0 && (
            <Link to={linkTo(paths.fields(), unconfirmed, '#entries')}>
              {t('sources.entriesSingle', { count: single.data.total })}
            </Link>
          )}
        </>
      }
    >
      {query.error === null && <LostAnswers of={[single]} />}
      <QueryView query={query} height={Math.min(source.entries, PAGE_SIZE) * CARD_HEIGHT}>
        {({ pages }) =>
          total === 0 ? (
            <p>{t('sources.entriesNone')}</p>
          ) : (
            <>
              <EntriesByPlace of={pages.flatMap(({ items }) => items)} source={source} />
              <LoadMore query={query} pages={pages} />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

/** Entries that a document has in one place; `locator` is null where no place is on record. */
interface PlaceInSource {
  locator: string | null;
  entries: Entry[];
}

const inOrder = new Intl.Collator('en', { numeric: true });
const keyOf = (locator: string) => locator.replaceAll('paragraphs', 'paragraph');

/** The entries in the order in which the document has them, place by place; last what no place is known of. */
export function entriesByPlace(entries: readonly Entry[], source: string): PlaceInSource[] {
  const places = Map.groupBy(
    entries,
    (entry) => evidenceOf(entry).find((one) => one.source.id === source)?.locator ?? null,
  );
  return [...places]
    .map(([locator, at]) => ({ locator, entries: at }))
    .toSorted(({ locator: a }, { locator: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return inOrder.compare(keyOf(a), keyOf(b));
    });
}
