import type { Ignored } from './filters.ts';

/** The columns of the entries table in their order on screen; the contract can sort by each. */
export const ENTRY_COLUMN_NAMES = [
  'meeting',
  'kind',
  'party',
  'field',
  'text',
  'source',
  'status',
] as const;
export type EntryColumn = (typeof ENTRY_COLUMN_NAMES)[number];

const PARAMETER = 'columns';

/** The columns that an address asks for, in their own order; all of them where it names none that exists. */
export function parseEntryColumns(
  search: URLSearchParams,
  ignored: Ignored[] = [],
): readonly EntryColumn[] {
  const asked = new Set((search.get(PARAMETER) ?? '').split(',').filter((name) => name !== ''));
  const known = ENTRY_COLUMN_NAMES.filter((name) => asked.delete(name));
  for (const value of asked) ignored.push({ parameter: PARAMETER, value, reason: 'unknown' });
  return known.length === 0 ? ENTRY_COLUMN_NAMES : known;
}

/** Writes the chosen columns into an address; all of them, or none, is the default and stays out of it. */
export function withEntryColumns(
  current: URLSearchParams,
  columns: readonly EntryColumn[],
): URLSearchParams {
  const next = new URLSearchParams(current);
  next.delete(PARAMETER);
  const kept = ENTRY_COLUMN_NAMES.filter((name) => columns.includes(name));
  if (kept.length > 0 && kept.length < ENTRY_COLUMN_NAMES.length)
    next.set(PARAMETER, kept.join(','));
  return next;
}
