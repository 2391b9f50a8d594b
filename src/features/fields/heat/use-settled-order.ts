import { startTransition, useEffect, useMemo, useState } from 'react';

import { painted } from '#src/ui/painted.ts';
import type { FieldSeries } from '../series/field-series.ts';

/** How many places further on each one belongs than it stands. */
function shiftsOf(standing: readonly string[], belonging: readonly string[]): number[] {
  const ranks = new Map(belonging.map((key, rank) => [key, rank]));
  return standing.map((key, place) => (ranks.get(key) ?? place) - place);
}

const rowsOf = ({ bars }: FieldSeries) => bars.map(({ field }) => field.id);
const columnsOf = ({ columns }: FieldSeries) => columns.map(({ key }) => key);

/**
 * Rows and columns in a new order, which for a thousand cells takes several frames to lay out: they are first shifted
 * where they stand, and put in their order in the document, which reading aloud and copying follow, once that is on
 * screen. Other numbers stand in their order at once.
 */
export function useSettledOrder(series: FieldSeries) {
  const [settled, settle] = useState(series);
  useEffect(() => {
    let isOutdated = false;
    const follow = async () => {
      await painted();
      if (!isOutdated) startTransition(() => settle(series));
    };
    if (settled !== series) void follow();
    return () => {
      isOutdated = true;
    };
  }, [series, settled]);
  const standing = settled.summary === series.summary ? settled : series;
  return useMemo(
    () => ({
      /** The same numbers, in the order in which they stand in the document. */
      standing,
      rowShifts: shiftsOf(rowsOf(standing), rowsOf(series)),
      columnShifts: shiftsOf(columnsOf(standing), columnsOf(series)),
    }),
    [standing, series],
  );
}
