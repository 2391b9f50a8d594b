import { addDays, firstDay, lastDay } from '#src/api/edtf.ts';
import type { MeetingSummary, Person, Term } from '#src/api/schemas/meetings.ts';
import { monthsBetween } from '#src/lib/months-between.ts';

/** Positions are shares of the time window: 0 is its first day, 1 its last. */
export interface TimelineWindow {
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

export function positionOf(day: string, { from, to }: TimelineWindow): number {
  const span = dayNumber(to) - dayNumber(from);
  return span === 0 ? 0.5 : (dayNumber(day) - dayNumber(from)) / span;
}

/** The middle of the days that a date may mean: where a mark stands that must not claim a day. */
function middleOf(date: string): string {
  const first = firstDay(date);
  return addDays(first, Math.round((dayNumber(lastDay(date)) - dayNumber(first)) / 2));
}

/** Whole years, so that the axis begins and ends on a tick; the as-of date is within if it is in the last year or so. */
export function timelineWindow(meetings: readonly MeetingSummary[], asOf: string): TimelineWindow {
  const days = meetings.map(({ date }) => middleOf(date)).toSorted();
  const first = days[0] ?? asOf;
  const last = [days.at(-1) ?? asOf, asOf].toSorted().at(-1) ?? asOf;
  return { from: `${first.slice(0, 4)}-01-01`, to: `${Number(last.slice(0, 4)) + 1}-01-01` };
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

export type HostRow = 'party' | 'video' | 'elsewhere';

export interface PlacedMeeting {
  meeting: MeetingSummary;
  at: number;
  start: number;
  end: number;
  line: number;
}

/** The meetings of one host, or those without: held by video link, or elsewhere. */
export interface TimelineRow {
  row: HostRow;
  party: string | null;
  lines: number;
  placed: PlacedMeeting[];
}

/** A row for each party, and one for meetings by video link and one for those elsewhere if there are any. */
export function hostRows(
  meetings: readonly MeetingSummary[],
  parties: readonly string[],
  window: TimelineWindow,
): TimelineRow[] {
  const kindOf = ({ host, format }: MeetingSummary): HostRow =>
    host !== null && parties.includes(host) ? 'party' : format === 'video' ? 'video' : 'elsewhere';
  const rows: { row: HostRow; party: string | null }[] = [
    ...parties.map((party) => ({ row: 'party' as const, party })),
    { row: 'video', party: null },
    { row: 'elsewhere', party: null },
  ];
  return rows
    .map(({ row, party }) => {
      const own = meetings
        .filter((one) => kindOf(one) === row && (party === null || one.host === party))
        .map((meeting) => {
          const at = positionOf(middleOf(meeting.date), window);
          return { meeting, at, start: at - MARK_SHARE / 2, end: at + MARK_SHARE / 2 };
        })
        .toSorted((a, b) => a.at - b.at);
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

export interface Gap {
  before: MeetingSummary;
  after: MeetingSummary;
  months: number;
}

/** The longest time between two meetings that follow each other; null with fewer than two meetings. */
export function longestGap(meetings: readonly MeetingSummary[]): Gap | null {
  const inOrder = meetings.toSorted((a, b) => a.ordinal - b.ordinal);
  let longest: Gap | null = null;
  for (const [index, after] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before === undefined) continue;
    const months = monthsBetween(before.date, after.date);
    if (longest === null || months > longest.months) longest = { before, after, months };
  }
  return longest;
}
