import type { Choice } from '#src/address/parameters.ts';
import type { MeetingFormat, MeetingSummary } from '#src/api/schemas/meetings.ts';
import { spanBetween, type Span } from '#src/lib/dates/months-between.ts';

/** What the list is narrowed to; null where nothing is chosen. */
export interface ListChoices {
  /** A party's id, or `none` for meetings that neither party hosted. */
  host: string | null;
  format: MeetingFormat | null;
  /** A person's id. */
  chair: string | null;
}

export type MeetingColumn = Exclude<Choice<'meetingSort'>, `-${string}`>;

export interface MeetingRow {
  meeting: MeetingSummary;
  /**
   * Months since the meeting before: the one with the number before, or else nothing is known of what lies between. Null
   * also where a date is known to the year only.
   */
  gap: Span | null;
  isFirst: boolean;
}

/** How long after another a meeting was held, where the two follow each other by their numbers. */
export function sinceBefore(
  before: Pick<MeetingSummary, 'ordinal' | 'date'> | undefined,
  meeting: Pick<MeetingSummary, 'ordinal' | 'date'>,
): Span | null {
  return before?.ordinal === meeting.ordinal - 1 ? spanBetween(before.date, meeting.date) : null;
}

/** Adds to each meeting how long the one before it lies back, before anything is filtered away. */
export function toRows(meetings: readonly MeetingSummary[]): MeetingRow[] {
  const inOrder = meetings.toSorted((a, b) => a.ordinal - b.ordinal);
  return inOrder.map((meeting, index) => {
    const before = inOrder[index - 1];
    return { meeting, gap: sinceBefore(before, meeting), isFirst: before === undefined };
  });
}

export function filterRows(rows: readonly MeetingRow[], choices: ListChoices): MeetingRow[] {
  const { host, format, chair } = choices;
  return rows.filter(
    ({ meeting }) =>
      (host === null || (meeting.host ?? 'none') === host) &&
      (format === null || meeting.format === format) &&
      (chair === null || meeting.coChairs.some(({ person }) => person.id === chair)),
  );
}

/**
 * Sorts rows; `-` before the column reverses. Rows without a value stand last either way, and of ties the latest meeting
 * comes first. `placeOf` and `compareText` bring in the reader's language.
 */
export function sortRows(
  rows: readonly MeetingRow[],
  sort: MeetingColumn | `-${MeetingColumn}`,
  placeOf: (meeting: MeetingSummary) => string | null,
  compareText: (a: string, b: string) => number,
): MeetingRow[] {
  const isDown = sort.startsWith('-');
  const column = (isDown ? sort.slice(1) : sort) as MeetingColumn;
  const valueOf = ({ meeting, gap }: MeetingRow): string | number | null => {
    if (column === 'gap') return gap?.months ?? null;
    if (column === 'place') return placeOf(meeting);
    return meeting[column];
  };
  const compare = (x: MeetingRow, y: MeetingRow) => {
    const [a, b] = [valueOf(x), valueOf(y)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
    return isDown ? -order : order;
  };
  return rows.toSorted((x, y) => compare(x, y) || y.meeting.ordinal - x.meeting.ordinal);
}
