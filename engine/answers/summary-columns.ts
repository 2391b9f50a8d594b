import type { SummaryParams } from '#src/api/params.ts';
import type { SummaryColumn, SummaryDimension } from '#src/api/schemas/entries.ts';
import type { MeetingFact } from '../record/record.ts';
import { type DayRange, isWithin } from '../requests/date-range.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';

/** The columns of a summary, and the column that an entry belongs to (-1 for none). */
export type SummaryColumns = {
  readonly columns: readonly Pick<SummaryColumn, 'key' | 'date' | 'sources'>[];
  readonly columnOf: (entry: IndexedEntry) => number;
};

function fromValues(
  all: readonly string[],
  chosen: readonly string[] | undefined,
  valueOf: (entry: IndexedEntry) => number,
): SummaryColumns {
  const keys = chosen === undefined ? all : all.filter((key) => chosen.includes(key));
  const columnAt = all.map((key) => keys.indexOf(key));
  return {
    columns: keys.map((key) => ({ key })),
    columnOf: (entry) => columnAt[valueOf(entry)] ?? -1,
  };
}

function fromMeetings(
  index: EntryIndex,
  range: DayRange,
  chosen: readonly number[] | undefined,
  documentCount: (meeting: MeetingFact) => number,
): SummaryColumns {
  const shown = index.meetings.filter(({ ordinal, date }) =>
    chosen === undefined ? isWithin(date, range) : chosen.includes(ordinal),
  );
  const columnAt = index.meetings.map((meeting) => shown.indexOf(meeting));
  return {
    columns: shown.map((meeting) => ({
      key: String(meeting.ordinal),
      date: meeting.date,
      sources: documentCount(meeting),
    })),
    columnOf: ({ meeting }) => columnAt[meeting] ?? -1,
  };
}

function fromYears(index: EntryIndex, range: DayRange): SummaryColumns {
  const yearOf = ({ date }: MeetingFact) => date.slice(0, 4);
  const within = index.meetings.filter(({ date }) => isWithin(date, range));
  const keys = [...new Set(within.map(yearOf))];
  const columnAt = index.meetings.map((meeting) => keys.indexOf(yearOf(meeting)));
  return {
    columns: keys.map((key) => ({ key })),
    columnOf: ({ meeting }) => columnAt[meeting] ?? -1,
  };
}

export function toSummaryColumns(
  by: SummaryDimension,
  index: EntryIndex,
  params: SummaryParams & { range: DayRange },
  documentCount: (meeting: MeetingFact) => number,
): SummaryColumns {
  if (by === 'kind') return fromValues(index.kinds, params.kind, ({ kind }) => kind);
  if (by === 'party') return fromValues(index.parties, params.party, ({ party }) => party);
  if (by === 'meeting') return fromMeetings(index, params.range, params.meeting, documentCount);
  return fromYears(index, params.range);
}
