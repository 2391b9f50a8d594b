import { useInfiniteQuery } from '@tanstack/react-query';
import { memo, useDeferredValue, useMemo } from 'react';

import { ENTRY_COLUMN_NAMES, type EntryColumn, CHOICES } from '#src/address/parameters.ts';
import { useApi } from '#src/api/ApiContext.ts';
import type { EntryFilters, EntrySort } from '#src/api/params.ts';
import { entryWalkQuery } from '#src/api/queries.ts';
import { useWholeList, WHOLE_LIST } from '#src/api/whole-list.ts';
import { countActive } from '#src/address/filters.ts';
import { useFilters, useParameter, useValue } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { MessageKey } from '#src/i18n/messages.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { ArrangeChoice } from '#src/record/accounts/ArrangeChoice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { SelectOne } from '#src/ui/controls/SelectOne.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import { usePrinting } from '#src/ui/use-printing.ts';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { DownloadEntries } from './DownloadEntries.tsx';
import { EntriesList } from './EntriesList.tsx';
import { useEntryOrder } from '../series/use-entry-order.ts';
import { Nothing } from '../series/Nothing.tsx';
import styles from './EntriesPanel.module.css';

/** From here on, four columns have room beside the filters. */
const BESIDE = '(min-width: 76rem)';

/** The entries under the filters: as many as the number in the title says, page after page as the reader goes on. */
export const EntriesPanel = memo(function EntriesPanel({ params }: { params: EntryFilters }) {
  const sort = useEntryOrder();
  return <SortedEntries params={params} sort={sort} />;
});

/** What the rows are, and how much of them the browser's own search and printing have at this moment. */
function leadOf(t: Translator['t'], count: number, here: number): string {
  if (count > WHOLE_LIST) return t('entries.leadLong', { count });
  return here < count ? t('entries.leadSoFar', { count, here }) : t('entries.lead');
}

/** True where the sides' entries can stand beside each other: on a wide screen with nothing opened there. */
function useHasRoomBeside(): boolean {
  const isWide = useMedia(BESIDE);
  const isPrinting = usePrinting();
  const opened = useValue('open');
  return isWide && !isPrinting && opened === null;
}

/** Which columns the entries table has; the last one cannot be taken away. */
const ColumnChoice = memo(function ColumnChoice() {
  const { t, number } = useI18n();
  const [columns, setColumns] = useParameter('columns');
  const toggle = (column: EntryColumn) => {
    const next = columns.includes(column)
      ? columns.filter((one) => one !== column)
      : [...columns, column];
    setColumns(next);
  };
  return (
    <details className={`${styles.choice} no-print`}>
      <summary>
        {t('entries.columns')}{' '}
        <span className={styles.count}>
          {t('entries.columnsShown', {
            shown: number(columns.length),
            count: ENTRY_COLUMN_NAMES.length,
          })}
        </span>
      </summary>
      <fieldset className={styles.columns}>
        <legend className="visually-hidden">{t('entries.columns')}</legend>
        {ENTRY_COLUMN_NAMES.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={columns.includes(column)}
              disabled={columns.length === 1 && columns.includes(column)}
              onChange={() => toggle(column)}
            />
            {t(`fields.column-${column}`)}
          </label>
        ))}
      </fieldset>
    </details>
  );
});

/** The column that a sort key is about. */
function columnOf(option: string): EntryColumn {
  return ENTRY_COLUMN_NAMES.find((name) => name === option.replace('-', '')) ?? 'meeting';
}

const columnKey = (option: string): MessageKey => `fields.column-${columnOf(option)}`;

/** The order of the entries where no head of the table shows it; newest first is the default. */
const EntrySortSelect = memo(function EntrySortSelect() {
  const { t } = useI18n();
  const [sort, setSort] = useParameter('entrySort');
  const columns = useValue('columns');
  const arrange = useValue('arrange');
  const words = (option: (typeof CHOICES.entrySort)[number]) =>
    option.startsWith('-')
      ? t('fields.sortDown', { column: t(columnKey(option)) })
      : t('fields.sortUp', { column: t(columnKey(option)) });
  if (arrange === 'account') return null;
  return (
    <span className={columns.includes(columnOf(sort)) ? styles.sort : styles.needed}>
      <SelectOne
        label={t('fields.order')}
        value={sort}
        onChange={setSort}
        options={CHOICES.entrySort.map((option) => ({ value: option, label: words(option) }))}
      />
    </span>
  );
});

/** By itself, so that a choice for the chart above leaves the rows alone. */
const SortedEntries = memo(function SortedEntries({
  params,
  sort,
}: {
  params: EntryFilters;
  sort: EntrySort;
}) {
  const { t } = useI18n();
  const api = useApi();
  const filters = useFilters();
  const asked = useMemo(() => ({ ...params, sort }), [params, sort]);
  const query = useInfiniteQuery(entryWalkQuery(api, asked));
  const { data, isPlaceholderData } = query;
  const total = data?.pages[0]?.total;
  // An answer must not hold up what the reader does: its rows are drawn in between.
  const drawn = useDeferredValue(data);
  const isComing = useWholeList(query, drawn === data);
  const here = drawn?.pages.reduce((sum, { ids }) => sum + ids.length, 0) ?? 0;
  // Of a list that only grows, what is drawn is no earlier answer.
  const isEarlier = isPlaceholderData || drawn?.pages[0] !== data?.pages[0];
  const hasRoom = useHasRoomBeside();
  const first = drawn?.pages[0];
  const isBeside = hasRoom && first?.asked.sort === 'account' && first.total <= WHOLE_LIST;
  return (
    <Panel
      id="entries"
      title={total === undefined ? t('fields.entries') : t('fields.entriesTitle', { count: total })}
      lead={isBeside ? t('accounts.lead') : leadOf(t, total ?? 0, here)}
      actions={
        <>
          <ArrangeChoice usual="list" />
          <EntrySortSelect />
          <DownloadEntries params={asked} total={total ?? 0} />
        </>
      }
    >
      <QueryView query={{ ...query, data: drawn, isPlaceholderData: isEarlier }} height={600}>
        {(walk) =>
          walk.pages[0]?.total === 0 ? (
            <Nothing isFiltered={isEarlier || countActive(filters) > 0} />
          ) : (
            <>
              {!isBeside && <ColumnChoice />}
              <EntriesList
                key={String(isBeside)}
                walk={walk}
                params={params}
                isBeside={isBeside}
                words={params.q ?? ''}
                hasMore={query.hasNextPage && !isPlaceholderData}
                // Rows that have come and are not drawn yet are on their way still.
                isFetching={query.isFetchingNextPage || drawn !== data}
                isComing={isComing}
                onMore={() => void query.fetchNextPage({ cancelRefetch: false })}
              />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
});
