import { startTransition, useEffect, useState } from 'react';

import { painted } from '#src/ui/painted.ts';

/**
 * Rows in a new order, which for a thousand cells takes several frames to lay out: they are first shifted where they stand,
 * and put in their order in the document, which reading aloud and copying follow, once that is on screen.
 * @param rows the same values in every order; others, or another number of them, stand in their order at once
 */
export function useMovedRows<Row>(rows: readonly Row[]): { row: Row; shift: number }[] {
  const [placed, place] = useState(rows);
  useEffect(() => {
    let isOutdated = false;
    const settle = async () => {
      await painted();
      if (!isOutdated) startTransition(() => place(rows));
    };
    if (placed !== rows) void settle();
    return () => {
      isOutdated = true;
    };
  }, [rows, placed]);
  const ranks = new Map(rows.map((row, rank) => [row, rank]));
  const isSame = placed.length === rows.length && placed.every((row) => ranks.has(row));
  return (isSame ? placed : rows).map((row, index) => ({
    row,
    /** How many rows further down it belongs than it stands. */
    shift: (ranks.get(row) ?? index) - index,
  }));
}
