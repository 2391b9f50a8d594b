import type { SummaryParams } from '#src/api/params.ts';
import type { SummaryColumn, SummaryDimension } from '#src/api/schemas/entries.ts';
import type { ReadOfMeeting } from './cited-documents.ts';
import type { MeetingFact } from '../record/record.ts';
import { type DayRange, isWithin } from '../requests/date-range.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';

/** The columns of a summary, and those that an entry belongs to: more than one where it has several values. */
export type SummaryColumns = {
  readonly columns: readonly Pick<SummaryColumn, 'key' | 'date' | 'sources' | 'accounts'>[];
  readonly columnsOf: (entry: IndexedEntry) => readonly number[];
};

type ColumnParams = SummaryParams & { range: DayRange };

const NO_COLUMN: readonly number[] = [];

/** The column of each value as a list that is made once: entries are many. */
function toColumnsAt(positions: readonly number[]): (value: number) => readonly number[] {
  const lists = positions.map((column) => (column < 0 ? NO_COLUMN : [column]));
  return (value) => lists[value] ?? NO_COLUMN;
}

function fromValues(
  all: readonly string[],
  chosen: readonly string[] | undefined,
  valuesOf: (entry: IndexedEntry) => readonly number[],
): SummaryColumns {
  const keys = chosen === undefined ? all : all.filter((key) => chosen.includes(key));
  const columnsAt = toColumnsAt(all.map((key) => keys.indexOf(key)));
  return {
    columns: keys.map((key) => ({ key })),
    columnsOf: (entry) => {
      const values = valuesOf(entry);
      return values.length === 1
        ? columnsAt(values[0] ?? -1)
        : values.flatMap((value) => columnsAt(value));
    },
  };
}

/** The meetings within the dates that one of the chosen co-chairs chaired. */
function meetingsWithin({ meetings }: EntryIndex, { range, coChair }: ColumnParams) {
  return meetings.filter(
    ({ date, coChairs }) =>
      isWithin(date, range) && (coChair?.some((id) => isChairedBy(coChairs, id)) ?? true),
  );
}
const isChairedBy = (coChairs: MeetingFact['coChairs'], id: string) =>
  coChairs.some(({ person }) => person === id);

function fromMeetings(
  index: EntryIndex,
  params: ColumnParams,
  readOf: ReadOfMeeting,
): SummaryColumns {
  const { meeting: chosen } = params;
  const shown =
    chosen === undefined
      ? meetingsWithin(index, params)
      : index.meetings.filter(({ ordinal }) => chosen.includes(ordinal));
  const columnsAt = toColumnsAt(index.meetings.map((meeting) => shown.indexOf(meeting)));
  return {
    columns: shown.map((meeting) => ({
      key: String(meeting.ordinal),
      date: meeting.date,
      ...readOf(meeting),
    })),
    columnsOf: ({ meeting }) => columnsAt(meeting),
  };
}

function fromYears(index: EntryIndex, params: ColumnParams): SummaryColumns {
  const yearOf = ({ date }: MeetingFact) => date.slice(0, 4);
  const keys = [...new Set(meetingsWithin(index, params).map(yearOf))];
  const columnsAt = toColumnsAt(index.meetings.map((meeting) => keys.indexOf(yearOf(meeting))));
  return {
    columns: keys.map((key) => ({ key })),
    columnsOf: ({ meeting }) => columnsAt(meeting),
  };
}

export function toSummaryColumns(
  by: SummaryDimension,
  index: EntryIndex,
  params: ColumnParams,
  readOf: ReadOfMeeting,
): SummaryColumns {
  if (by === 'kind') return fromValues(index.kinds, params.kind, ({ kind }) => [kind]);
  if (by === 'party') return fromValues(index.parties, params.party, ({ party }) => [party]);
  if (by === 'reportedBy')
    return fromValues(index.accounts, params.reportedBy, ({ accounts }) => accounts);
  if (by === 'meeting') return fromMeetings(index, params, readOf);
  return fromYears(index, params);
}
