import { useMemo, useLayoutEffect, type CSSProperties, type RefObject } from 'react';

import { yearsOf } from '#src/api/edtf.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { useCloselyCoded } from '#src/record/use-closely-coded.ts';
import { partName } from '../series/dimension-words.ts';
import type { FieldSeries } from '../series/field-series.ts';
import { readWords, unreadWords } from '../series/read-words.ts';

/** The names of the columns; a meeting's with its date. */
export function useHeatColumns({ columns, by }: FieldSeries) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const closely = useCloselyCoded();
  return useMemo(
    () =>
      columns.map((column) => {
        const { key, date, sources: count } = column;
        const words = partName(by, key, mechanism, i18n);
        const head = date === undefined ? words : `${words}, ${i18n.date(date, 'short')}`;
        const mark = by === 'meeting' && closely.has(Number(key)) ? '*' : '';
        const told = readWords(column, mechanism, i18n);
        const unread = unreadWords(column, mechanism, i18n).join(' ');
        const read = told === null || count === undefined ? null : { count, words: told, unread };
        const year = date === undefined ? null : (yearsOf(date)[0] ?? null);
        return { key, mark, year, words, head, read };
      }),
    [columns, by, mechanism, closely, i18n],
  );
}

/** The style of a cell that can be shifted: one that has it already is not styled wholly anew when its value changes. */
export const STANDS_STILL: CSSProperties = { translate: '0%' };

/**
 * Shifts the columns of a table, past the one with the rows' names, each by so many columns. Done on the cells
 * themselves: to render a thousand of them anew for it would take longer than all else.
 */
export function useShiftedColumns(
  table: RefObject<HTMLTableElement | null>,
  shifts: readonly number[],
) {
  useLayoutEffect(() => {
    if (shifts.every((shift) => shift === 0)) return undefined;
    const rows = [...(table.current?.rows ?? [])];
    const translate = (isBack: boolean) => {
      for (const { cells } of rows)
        for (const [column, shift] of shifts.entries()) {
          const cell = cells[column + 1];
          if (cell) cell.style.translate = `${isBack ? 0 : shift * 100}%`;
        }
    };
    translate(false);
    return () => translate(true);
  }, [table, shifts]);
}
