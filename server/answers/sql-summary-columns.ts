import type { SummaryParams } from '#src/api/params.ts';
import type { SummaryColumn, SummaryDimension } from '#src/api/schemas/entries.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Single } from './counting.ts';
import type { EntryConditions } from './entry-conditions.ts';

export type Column = Pick<SummaryColumn, 'key' | 'date' | 'sources'>;
export type Columns = {
  readonly columns: readonly Column[];
  /** What the database groups by: a year is put together from its meetings. */
  readonly single: Single;
  /** The column of a group, or -1. */
  readonly columnOf: (group: number) => number;
};

function ofValues(all: readonly string[], chosen: readonly string[] | undefined, single: Single) {
  const keys = all.filter((key) => chosen?.includes(key) ?? true);
  const columns = keys.map((key) => ({ key }));
  return { columns, single, columnOf: (position: number) => keys.indexOf(all[position] ?? '') };
}

export function toColumns(
  by: SummaryDimension,
  params: SummaryParams,
  { within }: EntryConditions,
  { values, meetings, documentCounts }: Catalogue,
): Columns {
  if (by === 'kind') return ofValues(values.kind, params.kind, 'kind');
  if (by === 'party') return ofValues(values.party, params.party, 'party');
  if (by === 'reportedBy') return ofValues(values.reportedBy, params.reportedBy, 'accounts');
  const inDates = meetings.filter(({ ordinal }) => within?.includes(ordinal) ?? true);
  if (by === 'meeting') {
    const chosen = params.meeting;
    const shown = chosen ? meetings.filter(({ ordinal }) => chosen.includes(ordinal)) : inDates;
    const positions = new Map(shown.map(({ ordinal }, position) => [ordinal, position]));
    const columns = shown.map(({ ordinal, date }) => ({
      key: String(ordinal),
      date,
      sources: documentCounts.get(ordinal) ?? 0,
    }));
    return { columns, single: 'meeting', columnOf: (ordinal) => positions.get(ordinal) ?? -1 };
  }
  const yearOf = new Map(meetings.map(({ ordinal, date }) => [ordinal, date.slice(0, 4)]));
  const years = [...new Set(inDates.map(({ date }) => date.slice(0, 4)))];
  return {
    columns: years.map((key) => ({ key })),
    single: 'meeting',
    columnOf: (ordinal) => years.indexOf(yearOf.get(ordinal) ?? ''),
  };
}
