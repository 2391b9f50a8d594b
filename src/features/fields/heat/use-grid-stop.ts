import { useCallback, useState, type KeyboardEvent, type RefObject } from 'react';

import type { FieldSeries } from '../series/field-series.ts';

/** The cell of a field and a column, by what {@link HeatCell} is marked with. */
export function cellAt(
  table: HTMLTableElement | null,
  field: string,
  column: string,
): HTMLElement | null {
  return (
    table?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${field} ${column}`)}"]`) ?? null
  );
}

/** The one cell that the tab key reaches, and the arrow keys' way from there; a new order takes it along. */
export function useGridStop(
  table: RefObject<HTMLTableElement | null>,
  { bars, columns }: Pick<FieldSeries, 'bars' | 'columns'>,
) {
  const [active, setActive] = useState({ field: '', column: '' });
  // A grid without the cell that was gone to last still has one that the tab key reaches.
  const row = Math.max(
    0,
    bars.findIndex(({ field }) => field.id === active.field),
  );
  const place = Math.max(
    0,
    columns.findIndex(({ key }) => key === active.column),
  );
  const size = { rows: bars.length, columns: columns.length };
  const stopAt = (at: { row: number; column: number }) => ({
    field: bars[at.row]?.field.id ?? '',
    column: columns[at.column]?.key ?? '',
  });
  const move = (event: KeyboardEvent) => {
    const isFar = event.ctrlKey || event.metaKey;
    const next = gridStep({ row, column: place }, event.key, isFar, size);
    if (next === null) return;
    event.preventDefault();
    const { field, column } = stopAt(next);
    setActive({ field, column });
    cellAt(table.current, field, column)?.focus();
  };
  const remember = useCallback((field: string, column: string) => setActive({ field, column }), []);
  return { stop: stopAt({ row, column: place }), remember, move };
}

interface Position {
  row: number;
  column: number;
}

/** Where a key leads in a grid of the given size, as the ARIA grid pattern has it; null for keys that do not move. */
export function gridStep(
  { row, column }: Position,
  key: string,
  isFar: boolean,
  size: { rows: number; columns: number },
): Position | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const steps: Record<string, Position> = {
    ArrowUp: { row: isFar ? 0 : row - 1, column },
    ArrowDown: { row: isFar ? last.row : row + 1, column },
    ArrowLeft: { row, column: isFar ? 0 : column - 1 },
    ArrowRight: { row, column: isFar ? last.column : column + 1 },
    Home: { row: isFar ? 0 : row, column: 0 },
    End: { row: isFar ? last.row : row, column: last.column },
  };
  const next = steps[key];
  if (next === undefined) return null;
  return {
    row: Math.min(Math.max(next.row, 0), last.row),
    column: Math.min(Math.max(next.column, 0), last.column),
  };
}
