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
