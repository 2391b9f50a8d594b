import { firstDay, lastDay, precisionOf } from '#src/api/edtf.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { toDayNumber } from '#src/lib/dates/day-number.ts';
import { clusterMarks } from './cluster-marks.ts';
import { packRows, type Extent } from './pack-rows.ts';
import { toX, type TimeWindow } from './time-window.ts';

export interface PlacedMeetings {
  x: number;
  /** The width of the mark, which its text fits. */
  size: number;
  row: number;
  /** One meeting, or several that stand too close to be told apart. */
  meetings: readonly MeetingSummary[];
  text: string;
  /** All days that the date of a single meeting may mean, where it is no day. */
  days: Extent | null;
}

/** A meeting that is not on record but due on one of these days. */
export interface ExpectedMeeting {
  ordinal: number;
  dueOn: TimeWindow;
}

/** Its mark, in the middle of the days on which it is due. */
export type PlacedExpected = Pick<PlacedMeetings, 'x' | 'size' | 'row'> & {
  ordinal: number;
  days: Extent;
};

interface Frame {
  window: TimeWindow;
  width: number;
  mark: number;
  gap: number;
  maxRows: number;
  measure: (text: string) => number;
}

const TEXT_PADDING = 9;

/** The middle of the days that a date may mean. */
export function middleOf(date: string): number {
  return (toDayNumber(firstDay(date)) + toDayNumber(lastDay(date)) + 1) / 2;
}

function inWindow(date: string, { from, to }: TimeWindow): boolean {
  const middle = middleOf(date);
  return middle >= from && middle < to;
}

const extentOf = ({ x, size }: Pick<PlacedMeetings, 'x' | 'size'>): Extent => ({
  left: x - size / 2,
  right: x + size / 2,
});

/** The mark of a meeting that is only due, in the first row where it touches none of the others. */
function placeExpected(
  { ordinal, dueOn: { from, to } }: ExpectedMeeting,
  marks: readonly PlacedMeetings[],
  { window, width, mark, gap, measure }: Frame,
): PlacedExpected | null {
  const middle = (from + to) / 2;
  if (middle < window.from || middle >= window.to) return null;
  const size = Math.max(mark, measure(String(ordinal)) + TEXT_PADDING);
  const x = Math.min(Math.max(toX(middle, window, width), size / 2), width - size / 2);
  const own = extentOf({ x, size });
  const isTaken = (row: number) =>
    marks.some((one) => {
      const other = extentOf(one);
      return one.row === row && own.left < other.right + gap && other.left < own.right + gap;
    });
  let row = 0;
  while (isTaken(row)) row += 1;
  const days = {
    left: Math.max(0, toX(from, window, width)),
    right: Math.min(width, toX(to, window, width)),
  };
  return { ordinal, x, size, row, days };
}

/**
 * Gives each meeting a mark; where that would take more than `maxRows`, neighbours share one. What is only due has a mark
 * of its own, never a share in another.
 */
export function layoutMeetings(
  meetings: readonly MeetingSummary[],
  frame: Frame,
  expected: ExpectedMeeting | null = null,
): { marks: PlacedMeetings[]; expected: PlacedExpected | null; rows: number } {
  const marks = layoutHeld(meetings, frame);
  const due = expected && placeExpected(expected, marks, frame);
  const rows = Math.max(0, ...[...marks, ...(due ? [due] : [])].map(({ row }) => row + 1));
  return { marks, expected: due, rows };
}

function layoutHeld(meetings: readonly MeetingSummary[], frame: Frame): PlacedMeetings[] {
  const { window, width, mark, measure } = frame;
  const shown = meetings
    .filter(({ date }) => inWindow(date, window))
    .toSorted((a, b) => middleOf(a.date) - middleOf(b.date) || a.ordinal - b.ordinal);
  const place = (meeting: MeetingSummary, size: number) =>
    Math.min(Math.max(toX(middleOf(meeting.date), window, width), size / 2), width - size / 2);
  const daysOf = ({ date }: MeetingSummary): Extent | null => {
    if (precisionOf(date) === 'day') return null;
    const left = toX(toDayNumber(firstDay(date)), window, width);
    const right = toX(toDayNumber(lastDay(date)) + 1, window, width);
    return { left: Math.max(0, left), right: Math.min(width, right) };
  };
  const single = shown.map((meeting) => {
    const text = String(meeting.ordinal);
    const size = Math.max(mark, measure(text) + TEXT_PADDING);
    return {
      x: place(meeting, size),
      size,
      row: 0,
      meetings: [meeting],
      text,
      days: daysOf(meeting),
    };
  });
  const rows = packRows(single.map(extentOf), frame.gap);
  const count = Math.max(0, ...rows.map((row) => row + 1));
  if (count <= frame.maxRows) {
    return single.map((one, index) => ({ ...one, row: rows[index] ?? 0 }));
  }
  const rangeText = (items: readonly MeetingSummary[]) => {
    // A meeting of which only the year is known may stand before one of a lower number.
    const ordinals = items.map(({ ordinal }) => ordinal);
    return [...new Set([Math.min(...ordinals), Math.max(...ordinals)])].join('–');
  };
  const widest = String(shown.at(-1)?.ordinal ?? 0);
  const size = measure(`${widest}–${widest}`) + TEXT_PADDING;
  return clusterMarks(shown, (meeting) => place(meeting, size), size + frame.gap, width).map(
    ({ x, items }) => ({
      x,
      size,
      row: 0,
      meetings: items,
      text: rangeText(items),
      days: null,
    }),
  );
}
