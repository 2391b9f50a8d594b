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

/** A mark, whatever it stands for; that of a meeting which is due is in the middle of the days on which it is. */
export type PlacedMark = Omit<PlacedMeetings, 'meetings'>;

interface Frame {
  window: TimeWindow;
  width: number;
  mark: number;
  gap: number;
  maxRows: number;
  measure: (text: string) => number;
}

const TEXT_PADDING = 9;

const daysOf = (date: string): TimeWindow => ({
  from: toDayNumber(firstDay(date)),
  to: toDayNumber(lastDay(date)) + 1,
});
const middleOfDays = ({ from, to }: TimeWindow) => (from + to) / 2;

export const middleOf = (date: string): number => middleOfDays(daysOf(date));

const isInWindow = (middle: number, { from, to }: TimeWindow) => middle >= from && middle < to;

/** Where the middle of a mark stands that is not to be cut off. */
function placeAt(middle: number, size: number, { window, width }: Frame): number {
  return Math.min(Math.max(toX(middle, window, width), size / 2), width - size / 2);
}

/** The mark of one meeting on these days, in the first row; `days` are drawn where they are told. */
function toMark(ordinal: number, on: TimeWindow, areTold: boolean, frame: Frame): PlacedMark {
  const { window, width, mark, measure } = frame;
  const text = String(ordinal);
  const size = Math.max(mark, measure(text) + TEXT_PADDING);
  const left = Math.max(0, toX(on.from, window, width));
  const right = Math.min(width, toX(on.to, window, width));
  const x = placeAt(middleOfDays(on), size, frame);
  return { x, size, row: 0, text, days: areTold ? { left, right } : null };
}

const extentOf = ({ x, size }: Pick<PlacedMeetings, 'x' | 'size'>): Extent => ({
  left: x - size / 2,
  right: x + size / 2,
});

/** The mark of a meeting that is only due, in the first row where it touches none of the others. */
function placeExpected(
  { ordinal, dueOn }: ExpectedMeeting,
  marks: readonly PlacedMeetings[],
  frame: Frame,
): PlacedMark | null {
  if (!isInWindow(middleOfDays(dueOn), frame.window)) return null;
  const mark = toMark(ordinal, dueOn, true, frame);
  const own = extentOf(mark);
  const isTaken = (row: number) =>
    marks.some((one) => {
      const other = extentOf(one);
      const { gap } = frame;
      return one.row === row && own.left < other.right + gap && other.left < own.right + gap;
    });
  let row = 0;
  while (isTaken(row)) row += 1;
  return { ...mark, row };
}

/**
 * Gives each meeting a mark; where that would take more than `maxRows`, neighbours share one. What is only due has a mark
 * of its own, never a share in another.
 */
export function layoutMeetings(
  meetings: readonly MeetingSummary[],
  frame: Frame,
  expected: ExpectedMeeting | null = null,
): { marks: PlacedMeetings[]; expected: PlacedMark | null; rows: number } {
  const marks = layoutHeld(meetings, frame);
  const due = expected && placeExpected(expected, marks, frame);
  const rows = Math.max(0, ...[...marks, ...(due ? [due] : [])].map(({ row }) => row + 1));
  return { marks, expected: due, rows };
}

function layoutHeld(meetings: readonly MeetingSummary[], frame: Frame): PlacedMeetings[] {
  const { window, width, measure } = frame;
  const shown = meetings
    .filter(({ date }) => isInWindow(middleOf(date), window))
    .toSorted((a, b) => middleOf(a.date) - middleOf(b.date) || a.ordinal - b.ordinal);
  const single = shown.map((meeting) => {
    const { ordinal, date } = meeting;
    const mark = toMark(ordinal, daysOf(date), precisionOf(date) !== 'day', frame);
    return { ...mark, meetings: [meeting] };
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
  return clusterMarks(
    shown,
    ({ date }) => placeAt(middleOf(date), size, frame),
    size + frame.gap,
    width,
  ).map(({ x, items }) => ({
    x,
    size,
    row: 0,
    meetings: items,
    text: rangeText(items),
    days: null,
  }));
}
