import { useLayoutEffect, type CSSProperties, type RefObject } from 'react';

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
