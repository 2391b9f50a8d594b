import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { entryPageQuery, type WalkedPage } from '#src/api/queries.ts';
import type { Entry } from '#src/api/schemas/entries.ts';

/** The row that each page begins with. */
function startsOf(pages: readonly WalkedPage[]): number[] {
  const starts: number[] = [];
  let start = 0;
  for (const { ids } of pages) {
    starts.push(start);
    start += ids.length;
  }
  return starts;
}

/** The entries of some rows of a walk. Those of pages that were left long ago are asked for anew, and are not there yet. */
export function useWalkedEntries(pages: readonly WalkedPage[], rows: readonly number[]) {
  const api = useApi();
  const starts = useMemo(() => startsOf(pages), [pages]);
  const pageOf = (row: number) => starts.findLastIndex((start) => start <= row);
  const wanted = [...new Set(rows.map(pageOf))].filter((page) => page >= 0);
  const queries = wanted.flatMap((page) => {
    const walked = pages[page];
    return walked === undefined ? [] : [entryPageQuery(api, walked.asked)];
  });
  const results = useQueries({ queries });
  const entryAt = (row: number): Entry | undefined => {
    const page = pageOf(row);
    return results[wanted.indexOf(page)]?.data?.items[row - (starts[page] ?? 0)];
  };
  return { entryAt, asked: results };
}
