import type { SummaryParams } from '#src/api/params.ts';
import type { SummaryColumn, SummaryDimension } from '#src/api/schemas/entries.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Single } from './counting.ts';
import type { EntryConditions } from './entry-conditions.ts';

export type Column = Pick<SummaryColumn, 'key' | 'date' | 'sources' | 'accounts'>;
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
  { within, chosen }: EntryConditions,
  { values, meetings, read }: Catalogue,
): Columns {
  if (by === 'kind') return ofValues(values.kind, params.kind, 'kind');
  if (by === 'party') return ofValues(values.party, params.party, 'party');
  if (by === 'reportedBy') return ofValues(values.reportedBy, params.reportedBy, 'accounts');
  const { coChair: chaired } = chosen;
  const inReach = meetings.filter(
    ({ ordinal }) => (within?.includes(ordinal) ?? true) && (chaired?.includes(ordinal) ?? true),
  );
  if (by === 'meeting') {
    const asked = params.meeting;
    const shown = asked ? meetings.filter(({ ordinal }) => asked.includes(ordinal)) : inReach;
    const positions = new Map(shown.map(({ ordinal }, position) => [ordinal, position]));
    const columns = shown.map(({ ordinal, date }) => ({
      key: String(ordinal),
      date,
      ...(read.get(ordinal) ?? { sources: 0, accounts: [] }),
    }));
    return { columns, single: 'meeting', columnOf: (ordinal) => positions.get(ordinal) ?? -1 };
  }
  const yearOf = new Map(meetings.map(({ ordinal, date }) => [ordinal, date.slice(0, 4)]));
  const years = [...new Set(inReach.map(({ date }) => date.slice(0, 4)))];
  return {
    columns: years.map((key) => ({ key })),
    single: 'meeting',
    columnOf: (ordinal) => years.indexOf(yearOf.get(ordinal) ?? ''),
  };
}
