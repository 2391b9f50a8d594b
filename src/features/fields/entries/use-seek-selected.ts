import { useEffect, useEffectEvent, useState } from 'react';

interface Options {
  /** The entry that the address came with, if the reader has not been here before. */
  sought: string | null;
  /** Where it stands among the rows that are known; -1 while it is not. */
  row: number;
  /** How many rows are known. */
  known: number;
  /** Where the rows begin on the page. */
  top: number;
  hasMore: boolean;
  isFetching: boolean;
  onMore: () => void;
  onFound: (row: number) => void;
}

/** `found` until the reader acts: so long the entry is kept in sight. */
export type SeekState = 'seeking' | 'found' | 'missing' | 'over';

/** Finds the entry that an address has selected: lists have no other way to it than from page to page. */
export function useSeekSelected(options: Options) {
  const { sought, row, known, top, hasMore, isFetching, onMore, onFound } = options;
  const [state, setState] = useState<SeekState>(sought === null ? 'over' : 'seeking');
  const isAtEnd = !hasMore && !isFetching;
  if (state === 'seeking' && (row >= 0 || isAtEnd)) setState(row >= 0 ? 'found' : 'missing');
  const found = useEffectEvent(() => onFound(row));
  const more = useEffectEvent(onMore);
  useEffect(() => {
    // A chart that arrives late above the rows would push the entry away again.
    if (state === 'found' && top > 0) found();
  }, [state, top]);
  useEffect(() => {
    if (state !== 'found') return undefined;
    const stop = new AbortController();
    for (const act of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
      window.addEventListener(act, () => setState('over'), { signal: stop.signal, passive: true });
    return () => stop.abort();
  }, [state]);
  useEffect(() => {
    if (state === 'seeking' && known > 0 && hasMore && !isFetching) more();
  }, [state, known, hasMore, isFetching]);
  return { state, stop: () => setState('over') };
}
