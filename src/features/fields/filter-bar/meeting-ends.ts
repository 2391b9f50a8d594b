import { firstDay, isEdtfDate, lastDay } from '#src/api/edtf.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { isWithinDates } from '#src/lib/dates/within-dates.ts';

/** A meeting as a place on the line of meetings. */
export type MeetingMark = Pick<MeetingSummary, 'ordinal' | 'date'>;
export type End = 'from' | 'to';

/**
 * What a reader typed as an end of the range, as the date that the address holds: a date as it is, a meeting's number as
 * that meeting's date. Null for nothing typed; undefined for what is neither.
 */
export function parseEnd(
  text: string,
  meetings: readonly MeetingMark[],
): string | null | undefined {
  // Digits are digits, however wide an input method writes them.
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  if (isEdtfDate(typed)) return typed;
  return meetings.find(({ ordinal }) => String(ordinal) === typed)?.date;
}

/** True where no day lies between the two ends. */
export function isBackward(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && firstDay(from) > lastDay(to);
}

/** The places of the first and the last meeting of a range, oldest first; a range without a meeting has `last < first`. */
export function rangePlaces(
  meetings: readonly MeetingMark[],
  { from, to }: Record<End, string | null>,
): { first: number; last: number } {
  const first = meetings.findIndex(({ date }) => isWithinDates(date, { from, to: null }));
  const last = meetings.findLastIndex(({ date }) => isWithinDates(date, { from: null, to }));
  return { first: first === -1 ? meetings.length : first, last };
}

/** The end that a handle at a place stands for; at the edge it is no end at all, so that later meetings count too. */
export function endAt(meetings: readonly MeetingMark[], end: End, place: number): string | null {
  const edge = end === 'from' ? 0 : meetings.length - 1;
  return place === edge ? null : (meetings[place]?.date ?? null);
}

/**
 * The end for a handle that is moved from its place to another, but not past the other handle. Meetings that share a day,
 * or of which one is known to the year only, come and go together: a handle that would only come back goes on instead.
 */
export function moveEnd(
  meetings: readonly MeetingMark[],
  end: End,
  { place, target, other }: Record<'place' | 'target' | 'other', number>,
): string | null {
  const isFrom = end === 'from';
  const aim = isFrom ? Math.min(target, other) : Math.max(target, other);
  const step = aim < place ? -1 : 1;
  const isFree = (at: number) => meetings[at] !== undefined && (isFrom ? at <= other : at >= other);
  const standsAt = (value: string | null) => {
    const { first, last } = rangePlaces(meetings, { from: null, to: null, [end]: value });
    return isFrom ? first : last;
  };
  for (let at = aim; at !== place && isFree(at); at += step) {
    const value = endAt(meetings, end, at);
    if ((standsAt(value) - place) * step > 0) return value;
  }
  return endAt(meetings, end, place);
}
