import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { entriesQuery, entryPagesQuery } from '#src/api/queries.ts';
import type { SourceDetail } from '#src/api/schemas/sources.ts';
import { NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { EntryLines } from '#src/record/evidence/EntryLines.tsx';
import { Link } from '#src/ui/Link.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { LoadMore } from './LoadMore.tsx';

const PAGE_SIZE = 50;
const CARD_HEIGHT = 96;

/** The entries that rest on a document, and how many of them rest on nothing else. */
export function SourceEntries({ source }: { source: SourceDetail }) {
  const { t, date } = useI18n();
  const { asOf, isAsOfChosen } = useAsOf();
  const linkTo = useLinkTo();
  const api = useApi();
  const ofSource = { ...NO_FILTERS, source: [source.id] };
  const query = useInfiniteQuery(
    entryPagesQuery(api, { ...toEntryFilters(ofSource, asOf), sort: '-meeting', limit: PAGE_SIZE }),
  );
  const onlyHere = { source: [source.id], status: ['single-source' as const] };
  const alone = useQuery(
    entriesQuery(api, { ...toEntryFilters({ ...ofSource, ...onlyHere }, asOf), limit: 1 }),
  );
  const total = query.data?.pages[0]?.total ?? source.entries;
  return (
    <Panel
      id="entries"
      title={t('sources.entriesTitle', { count: total })}
      lead={
        <>
          {isAsOfChosen && `${t('sources.entriesAsOf', { date: date(asOf) })}. `}
          {alone.data !== undefined && total > 0 && (
            <Link to={linkTo(paths.fields(), onlyHere, '#entries')}>
              {t('sources.entriesAlone', { alone: alone.data.total })}
            </Link>
          )}
        </>
      }
    >
      {query.error === null && <LostAnswers of={[alone]} />}
      <QueryView query={query} height={Math.min(source.entries, PAGE_SIZE) * CARD_HEIGHT}>
        {({ pages }) =>
          total === 0 ? (
            <p>{t('sources.entriesNone')}</p>
          ) : (
            <>
              {pages.map(({ items }, index) => (
                <EntryLines key={items[0]?.id ?? index} entries={items} />
              ))}
              <LoadMore query={query} pages={pages} />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
