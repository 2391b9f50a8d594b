import { useInfiniteQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import type { EntryFilters } from '#src/api/params.ts';
import { entryPagesQuery } from '#src/api/queries.ts';
import { useChoice } from '#src/filters/choices.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/QueryView.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import { DownloadEntries } from './DownloadEntries.tsx';
import { EntriesFoot } from './EntriesFoot.tsx';
import { EntrySortSelect } from './EntrySortSelect.tsx';
import { EntriesTable } from './EntriesTable.tsx';

const PAGE_SIZE = 50;
/** Up to here every row stays in the page, where the browser's own search and printing find it. */
const KEPT_AT_MOST = 500;
const SKELETON_HEIGHT = 600;

/** The entries under the filters: as many as the number in the title says, page by page as the reader asks. */
export function EntriesPanel({ params }: { params: EntryFilters }) {
  const { t } = useI18n();
  const [sort] = useChoice('entrySort');
  const api = useApi();
  const query = useInfiniteQuery(entryPagesQuery(api, { ...params, sort, limit: PAGE_SIZE }));
  const total = query.data?.pages[0]?.total;
  return (
    <Panel
      id="entries"
      title={total === undefined ? t('fields.entries') : t('fields.entriesTitle', { count: total })}
      lead={t('fields.entriesLead')}
      actions={
        <>
          <EntrySortSelect />
          <DownloadEntries params={{ ...params, sort }} total={total ?? 0} />
        </>
      }
    >
      <QueryView query={query} skeleton={<Skeleton height={SKELETON_HEIGHT} />}>
        {({ pages }) => {
          const all = pages[0]?.total ?? 0;
          const shown = pages.reduce((sum, { items }) => sum + items.length, 0);
          if (all === 0) return <p>{t('fields.nothing')}</p>;
          return (
            <>
              <EntriesTable
                pages={pages}
                total={all}
                query={params.q ?? ''}
                isFolding={shown > KEPT_AT_MOST}
              />
              <EntriesFoot
                shown={shown}
                total={all}
                isLoading={query.isFetchingNextPage}
                isLong={all > KEPT_AT_MOST}
                onMore={() => void query.fetchNextPage()}
              />
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
