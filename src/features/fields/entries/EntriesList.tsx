import { useEffect, useEffectEvent, useMemo, useRef, useState, useCallback } from 'react';

import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useParameter, useGo } from '#src/address/use-address.ts';
import type { EntryFilters } from '#src/api/params.ts';
import type { EntryWalk } from '#src/api/queries.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import { WHOLE_LIST } from '#src/api/whole-list.ts';
import { toApa } from '#src/lib/cite/to-apa.ts';
import { useCite } from '#src/record/cite/use-citation.ts';
import { useCopy } from '#src/ui/controls/use-copy.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { EntriesBySide } from './EntriesBySide.tsx';
import { EntriesFoot } from './EntriesFoot.tsx';
import { EntriesTable } from './EntriesTable.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { useRowWindow, wasDrawn } from './use-row-window.ts';
import { useSeekSelected } from './use-seek-selected.ts';
import { useAccountsRead, useSideCounts } from '../series/use-side-counts.ts';
import { useWalkedEntries } from './use-walked-entries.ts';

/** So close to the last row that is known, the next page is asked for. */
const ROWS_AHEAD = 25;

interface Props {
  walk: EntryWalk;
  /** What the walk goes through. */
  params: EntryFilters;
  /** True where the sides' entries stand beside each other: then there are as many as come whole. */
  isBeside: boolean;
  /** The text filter, whose words are marked. */
  words: string;
  hasMore: boolean;
  isFetching: boolean;
  /** True while the rest of a list that comes whole is on its way. */
  isComing: boolean;
  onMore: () => void;
}

type ScrollTo = ReturnType<typeof useRowWindow>['scrollTo'];

interface Walked extends Pick<Props, 'hasMore' | 'isFetching' | 'onMore'> {
  /** How many rows are known. */
  known: number;
  /** The last of them that is near the window. */
  last: number;
}

/** Asks for the next page as the reader comes near the last row that is known. */
function useMoreNearEnd({ known, last, hasMore, isFetching, onMore }: Walked) {
  const more = useEffectEvent(onMore);
  const isNearEnd = last + ROWS_AHEAD > known;
  useEffect(() => {
    // An answer may come so fast that only the number of rows tells of it.
    if (known > 0 && isNearEnd && hasMore && !isFetching) more();
  }, [known, isNearEnd, hasMore, isFetching]);
}

/** A held arrow key would write the address thirty times a second, which browsers refuse. */
const PAUSE_MS = 100;

/** The selected entry, and its setter: seen at once, and in the address as soon as the reader pauses. */
function useSelectedEntry(): [id: string | null, select: (id: string | null) => void] {
  const [selectedEntry, write] = useParameter('entry');
  /** `over` is what the address held then: once that changes, the address has the last word again. */
  const [draft, setDraft] = useState<{ id: string | null; over: string | null } | null>(null);
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => write(draft.id), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, write]);
  const select = useCallback(
    (id: string | null) => setDraft({ id, over: selectedEntry }),
    [selectedEntry],
  );
  return [draft !== null && draft.over === selectedEntry ? draft.id : selectedEntry, select];
}

/** What keys do with a row: open the entry at its meeting, or copy its citation. */
function useEntryActions(entryAt: (row: number) => Entry | undefined) {
  const go = useGo();
  const linkTo = useLinkTo();
  const cite = useCite();
  const { copy, offer } = useCopy();
  /** The row whose citation was copied last; null where that did not come about. */
  const [copied, setCopied] = useState<number | null>(null);
  const onOpen = (row: number) => {
    const entry = entryAt(row);
    if (entry === undefined) return;
    go(linkTo(paths.meeting(entry.meeting.ordinal), {}, `#entry-${entry.id}`));
  };
  const onCopy = (row: number) => {
    const entry = entryAt(row);
    if (entry === undefined) return;
    void copy(toApa(cite({ kind: 'entry', entry }))).then((isDone) =>
      setCopied(isDone ? row : null),
    );
  };
  return { copied, offer, onOpen, onCopy };
}

/** The rows of a walk near the window, the one that is selected, and the ways to go on. */
export function EntriesList(props: Props) {
  const { walk, params, isBeside, words, hasMore, isFetching, isComing, onMore } = props;
  const { pages } = walk;
  const total = pages[0]?.total ?? 0;
  const ids = useMemo(() => pages.flatMap((page) => page.ids), [pages]);
  const body = useRef<HTMLDivElement>(null);
  const isByAccount = pages[0]?.asked.sort === 'account';
  const countOf = useSideCounts(params, isByAccount);
  const { read, query: readings } = useAccountsRead(params, isByAccount);
  const [selectedId, select] = useSelectedEntry();
  const selected = useMemo(
    () => (selectedId === null ? -1 : ids.indexOf(selectedId)),
    [ids, selectedId],
  );
  const isWhole = total <= WHOLE_LIST;
  const near = useRowWindow(body, { ids, walk, isWhole, kept: selected });
  const scrollTo: ScrollTo = (row, to) => {
    if (!isBeside) return near.scrollTo(row, to);
    // In a column each entry is as high as it is.
    const line = body.current?.querySelector(`[data-index="${row}"]`);
    return line?.scrollIntoView({ block: to?.align === 'center' ? 'center' : 'nearest' });
  };
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
    onFound: (row) => scrollTo(row, { align: 'center' }),
  });
  useMoreNearEnd({ known: ids.length, last: near.last, hasMore, isFetching, onMore });
  const shown = { entryAt: entries.entryAt, countOf, read, words, selected };
  const actions = useEntryActions(entries.entryAt);
  useRowKeys(body, {
    ...actions,
    count: ids.length,
    selected,
    page: Math.max(1, near.last - near.first),
    onSelect: (row) => select(ids[row] ?? null),
    onScrollTo: scrollTo,
  });
  return (
    <>
      <LostAnswers of={[readings]} />
      {isBeside ? (
        <EntriesBySide ref={body} ids={ids} {...shown} />
      ) : (
        <EntriesTable ref={body} {...{ near, total, isWhole, isByAccount }} {...shown} />
      )}
      <LostAnswers of={entries.asked} />
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
