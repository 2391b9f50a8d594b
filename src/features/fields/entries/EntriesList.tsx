import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';

import type { EntryWalk } from '#src/api/queries.ts';
import { WHOLE_LIST } from '#src/api/whole-list.ts';
import { FailureNotice } from '#src/ui/waiting/FailureNotice.tsx';
import { EntriesFoot } from './EntriesFoot.tsx';
import { EntriesTable } from './EntriesTable.tsx';
import { useEntryActions } from './use-entry-actions.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useRowWindow, wasDrawn } from './use-row-window.ts';
import { useSeekSelected } from './use-seek-selected.ts';
import { useSelectedEntry } from './use-selected-entry.ts';
import { useWalkedEntries } from './use-walked-entries.ts';

/** So close to the last row that is known, the next page is asked for. */
const ROWS_AHEAD = 25;

interface Props {
  walk: EntryWalk;
  /** The text filter, whose words are marked. */
  words: string;
  hasMore: boolean;
  isFetching: boolean;
  /** True while the rest of a list that comes whole is on its way. */
  isComing: boolean;
  onMore: () => void;
}

/** The rows of a walk near the window, the one that is selected, and the ways to go on. */
export function EntriesList({ walk, words, hasMore, isFetching, isComing, onMore }: Props) {
  const { pages } = walk;
  const total = pages[0]?.total ?? 0;
  const ids = useMemo(() => pages.flatMap((page) => page.ids), [pages]);
  const body = useRef<HTMLTableSectionElement>(null);
  const [selectedId, select] = useSelectedEntry();
  const selected = useMemo(
    () => (selectedId === null ? -1 : ids.indexOf(selectedId)),
    [ids, selectedId],
  );
  const isWhole = total <= WHOLE_LIST;
  const near = useRowWindow(body, { ids, walk, isWhole, kept: selected });
  const entries = useWalkedEntries(
    pages,
    near.rows.map(({ index }) => index),
  );
  const [sought] = useState(wasDrawn(walk) ? null : selectedId);
  const seek = useSeekSelected({
    sought,
    row: selected,
    known: ids.length,
    top: near.top,
    hasMore,
    isFetching,
    onMore,
    onFound: (row) => near.scrollTo(row, { align: 'center' }),
  });
  const more = useEffectEvent(onMore);
  const known = ids.length;
  const isNearEnd = near.last + ROWS_AHEAD > known;
  useEffect(() => {
    // An answer may come so fast that only the number of rows tells of it.
    if (known > 0 && isNearEnd && hasMore && !isFetching) more();
  }, [known, isNearEnd, hasMore, isFetching]);
  const actions = useEntryActions(entries.entryAt);
  useRowKeys(body, {
    ...actions,
    count: ids.length,
    selected,
    page: Math.max(1, near.last - near.first),
    onSelect: (row) => select(ids[row] ?? null),
    onScrollTo: near.scrollTo,
  });
  return (
    <>
      <EntriesTable
        ref={body}
        near={near}
        total={total}
        entryAt={entries.entryAt}
        isByAccount={pages[0]?.asked.sort === 'account'}
        words={words}
        selected={selected}
      />
      {entries.failed?.error && (
        <FailureNotice
          error={entries.failed.error}
          hasEarlierAnswer
          onRetry={() => void entries.failed?.refetch()}
        />
      )}
      <EntriesFoot
        shown={ids.length}
        drawn={near.rows.length}
        isComing={isComing}
        total={total}
        isLoading={isFetching}
        onMore={onMore}
        seek={seek}
        copied={actions.copied}
      />
      {actions.offer}
    </>
  );
}
