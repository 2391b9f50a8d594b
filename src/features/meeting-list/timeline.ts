import { addDays, firstDay, isDay, LAST_DAY, lastDay, precisionOf } from '#src/api/edtf.ts';
import type { MeetingSummary, Person, Term } from '#src/api/schemas/meetings.ts';
import { toDayNumber } from '#src/lib/dates/day-number.ts';
import type { Span } from '#src/lib/dates/months-between.ts';
import { sinceBefore } from './meeting-rows.ts';

/** Positions are shares of the time window: 0 is its first day, 1 its last. */
export interface TimelineWindow {
  from: string;
  to: string;
}

export function positionOf(day: string, { from, to }: TimelineWindow): number {
  const span = toDayNumber(to) - toDayNumber(from);
  return span === 0 ? 0.5 : (toDayNumber(day) - toDayNumber(from)) / span;
}

/** The middle of the days that a date may mean: where a mark stands that must not claim a day. */
function middleOf(date: string): string {
  const first = firstDay(date);
  return addDays(first, Math.round((toDayNumber(lastDay(date)) - toDayNumber(first)) / 2));
}

/** For how many years after the last meeting the axis still reaches to the as-of date: a record that ended is not drawn small. */
const YEARS_AFTER = 5;

/** Whole years, so that the axis begins and ends on a tick; with the as-of date unless all meetings lie long before it. */
export function timelineWindow(meetings: readonly MeetingSummary[], asOf: string): TimelineWindow {
  const first = meetings.map(({ date }) => firstDay(date)).toSorted()[0] ?? asOf;
  const latest =
    meetings
      .map(({ date }) => lastDay(date))
      .toSorted()
      .at(-1) ?? asOf;
  const isOver = Number(asOf.slice(0, 4)) - Number(latest.slice(0, 4)) > YEARS_AFTER;
  const last = isOver || latest > asOf ? latest : asOf;
  const next = `${String(Number(last.slice(0, 4)) + 1).padStart(4, '0')}-01-01`;
  return { from: `${first.slice(0, 4)}-01-01`, to: isDay(next) ? next : LAST_DAY };
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 500, 1000];
const TICKS_AT_MOST = 16;

/** Round years within the window, at most sixteen. */
export function yearTicks(window: TimelineWindow): number[] {
  const first = Number(window.from.slice(0, 4));
  const last = Number(window.to.slice(0, 4));
  const step = STEPS.find((size) => (last - first) / size <= TICKS_AT_MOST) ?? 1000;
  const start = Math.ceil(first / step) * step;
  const count = Math.floor((last - start) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => start + index * step);
}

/** Gives each item the first line on which it does not touch the one before; items come in the order of their starts. */
export function packLines<Item extends { start: number; end: number }>(
  items: readonly Item[],
): { lines: number; placed: (Item & { line: number })[] } {
  const ends: number[] = [];
  const placed = items.map((item) => {
    const free = ends.findIndex((end) => end <= item.start);
    const line = free < 0 ? ends.length : free;
    ends[line] = item.end;
    return { ...item, line };
  });
  return { lines: Math.max(1, ends.length), placed };
}

/** The width of the rows, in CSS pixels, where the drawing is narrowest: what fits there fits everywhere. */
export const NARROWEST = 768;
/** How wide a mark is, as a share of the narrowest drawing. */
export const MARK_SHARE = 24 / NARROWEST;
const DIGIT_SHARE = 8 / NARROWEST;

export type HostRow = 'party' | 'video' | 'elsewhere' | 'unknown';

export interface PlacedMeeting {
  meeting: MeetingSummary;
  at: number;
  /** All days that the date may mean, where it is no day; the mark then stands in the middle of them. */
  days: { from: number; to: number } | null;
  start: number;
  end: number;
  line: number;
}

/** The meetings of one host, or those without: held by video link, in a third country, or nobody knows where. */
export interface TimelineRow {
  row: HostRow;
  party: string | null;
  lines: number;
  placed: PlacedMeeting[];
}

/** A row for each party, and one each for meetings by video link, in third countries and at places unknown, if there are any. */
export function hostRows(
  meetings: readonly MeetingSummary[],
  parties: readonly string[],
  window: TimelineWindow,
): TimelineRow[] {
  const kindOf = ({ host, place, format }: MeetingSummary): HostRow => {
    if (host !== null && parties.includes(host)) return 'party';
    if (format === 'video') return 'video';
    return place === null ? 'unknown' : 'elsewhere';
  };
  const rows: { row: HostRow; party: string | null }[] = [
    ...parties.map((party) => ({ row: 'party' as const, party })),
    { row: 'video', party: null },
    { row: 'elsewhere', party: null },
    { row: 'unknown', party: null },
  ];
  return rows
    .map(({ row, party }) => {
      const own = meetings
        .filter((one) => kindOf(one) === row && (party === null || one.host === party))
        .map((meeting) => {
          const at = positionOf(middleOf(meeting.date), window);
          const half =
            (MARK_SHARE + DIGIT_SHARE * Math.max(0, String(meeting.ordinal).length - 2)) / 2;
          const days =
            precisionOf(meeting.date) === 'day'
              ? null
              : {
                  from: positionOf(firstDay(meeting.date), window),
                  to: positionOf(addDays(lastDay(meeting.date), 1), window),
                };
          return {
            meeting,
            at,
            days,
            start: Math.min(at - half, days?.from ?? at),
            end: Math.max(at + half, days?.to ?? at),
          };
        })
        .toSorted((a, b) => a.start - b.start || a.meeting.ordinal - b.meeting.ordinal);
      return { row, party, ...packLines(own) };
    })
    .filter(({ row, placed }) => row === 'party' || placed.length > 0);
}

export interface PlacedTerm {
  person: Person;
  term: Term;
  /** Where the bar begins and how long it is. */
  at: number;
  width: number;
  start: number;
  end: number;
  line: number;
}

/** The terms of one party's co-chairs; `labelWidth` says how much of the drawing a person's label takes. */
export function termRow(
  people: readonly Person[],
  party: string,
  window: TimelineWindow,
  labelWidth: (person: Person) => number,
): { lines: number; placed: PlacedTerm[] } {
  const terms = people
    .filter((person) => person.party === party)
    .flatMap((person) => person.terms.map((term) => ({ person, term })))
    .map(({ person, term }) => {
      const at = positionOf(firstDay(term.from), window);
      const width = Math.max(MARK_SHARE / 4, positionOf(lastDay(term.to), window) - at);
      return { person, term, at, width, start: at, end: at + Math.max(width, labelWidth(person)) };
    })
    .toSorted((a, b) => a.at - b.at);
  return packLines(terms);
}

export interface Gap extends Span {
  before: MeetingSummary;
  after: MeetingSummary;
  /** False where another gap is not known to the month, or a number between two meetings is missing: that may be longer. */
  isCertain: boolean;
}

/** The longest time on record between two meetings that follow each other by number; null where there is none. */
export function longestGap(meetings: readonly MeetingSummary[]): Gap | null {
  const inOrder = meetings.toSorted((a, b) => a.ordinal - b.ordinal);
  const gaps = inOrder.flatMap((after, index) => {
    const before = inOrder[index - 1];
    return before === undefined ? [] : [{ before, after, span: sinceBefore(before, after) }];
  });
  const known = gaps.flatMap(({ span, ...between }) =>
    span === null ? [] : [{ ...between, ...span }],
  );
  const daysOf = ({ before, after }: Pick<Gap, 'before' | 'after'>) =>
    toDayNumber(firstDay(after.date)) - toDayNumber(firstDay(before.date));
  // Of as many whole months, one may be longer by weeks.
  const [longest] = known.toSorted((a, b) => b.months - a.months || daysOf(b) - daysOf(a));
  return longest === undefined ? null : { ...longest, isCertain: known.length === gaps.length };
}
