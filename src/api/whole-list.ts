import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';

import { whenIdle } from './when-idle.ts';

/**
 * Up to so many rows a list comes into the page whole, by itself, so that the browser's own search, copying, printing and
 * a screen reader have all of it. Beyond that the rows weigh on every choice: a list is then drawn near the window only,
 * and says so.
 */
export const WHOLE_LIST = 1500;

type Walk = Pick<
  UseInfiniteQueryResult<{ pages: { total: number }[] }>,
  | 'data'
  | 'hasNextPage'
  | 'isFetching'
  | 'isPlaceholderData'
  | 'isFetchNextPageError'
  | 'fetchNextPage'
>;

/**
 * Fetches the rest of a list that is short enough to be whole, page after page while there is nothing else to do, and
 * tells whether some of it is still to come. Stops at a failure: going on is then the reader's choice.
 */
export function useWholeList(query: Walk, isDrawn = true): boolean {
  const { data, isFetching, fetchNextPage } = query;
  const total = data?.pages[0]?.total ?? 0;
  const isComing =
    total <= WHOLE_LIST &&
    query.hasNextPage &&
    !query.isPlaceholderData &&
    !query.isFetchNextPageError;
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    // An answer may come so fast that only the number of pages tells of it.
    if (pages === 0 || !isComing || isFetching || !isDrawn) return undefined;
    return whenIdle(() => void fetchNextPage({ cancelRefetch: false }));
  }, [isComing, isFetching, isDrawn, pages, fetchNextPage]);
  return isComing;
}
