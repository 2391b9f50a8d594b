import { MAX_VALUES } from '#src/api/params.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { isWithinDates } from '#src/lib/dates/within-dates.ts';
import type { Filters } from './filters.ts';
import { IDENTIFIER } from './parameter.ts';

/**
 * What can be set against something else: a meeting, the meetings from one to another, those that a person chaired, or
 * those that were held during the years of an exchange year.
 */
export type Group =
  | { kind: 'meeting'; ordinal: number }
  | { kind: 'range'; from: number; to: number }
  | { kind: 'coChair'; id: string }
  | { kind: 'exchangeYear'; id: string };

const MEETINGS = /^([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?$/;
const NAMED = /^(coChair|exchangeYear):(.*)$/;

/** A group as the address has it: `28`, `20-25`, `coChair:li-qiang`, `exchangeYear:sports-2022-2023`. */
export function groupText(group: Group): string {
  if (group.kind === 'meeting') return String(group.ordinal);
  if (group.kind === 'range') return `${group.from}-${group.to}`;
  return `${group.kind}:${group.id}`;
}

/** The group that a text means, whether or not the record has it; null where it means none. */
export function parseGroup(text: string): Group | null {
  const [, first, last] = MEETINGS.exec(text) ?? [];
  if (first !== undefined && last !== undefined) {
    const [from = 0, to = 0] = [Number(first), Number(last)].toSorted((a, b) => a - b);
    return { kind: 'range', from, to };
  }
  if (first !== undefined) return { kind: 'meeting', ordinal: Number(first) };
  const [, kind, id = ''] = NAMED.exec(text) ?? [];
  if (kind === undefined || !IDENTIFIER.test(id)) return null;
  return kind === 'coChair' ? { kind, id } : { kind: 'exchangeYear', id };
}

interface Lists {
  meetings: readonly Pick<MeetingSummary, 'ordinal' | 'date'>[];
  exchangeYears: readonly Pick<ExchangeYearSummary, 'id' | 'years'>[];
}

/** The filters of a range: its dates, unless these would let in others, as of one day or in a year that is all that is known. */
function rangeFilters(from: number, to: number, meetings: Lists['meetings']): Partial<Filters> {
  const isInside = ({ ordinal }: { ordinal: number }) => ordinal >= from && ordinal <= to;
  const dateOf = (end: number) => meetings.find(({ ordinal }) => ordinal === end)?.date ?? null;
  const dates = { from: dateOf(from), to: dateOf(to) };
  const areTheSame = meetings.every((one) => isInside(one) === isWithinDates(one.date, dates));
  const inside = meetings.filter(isInside).map(({ ordinal }) => ordinal);
  // More than can be named at once have no other way than their dates.
  return areTheSame || inside.length > MAX_VALUES
    ? dates
    : { meeting: inside.toSorted((a, b) => a - b) };
}

/** The filters under which the entries are those of a group: of exchange years, and as a rule of a range, by their dates. */
export function groupFilters(group: Group, { meetings, exchangeYears }: Lists): Partial<Filters> {
  if (group.kind === 'meeting') return { meeting: [group.ordinal] };
  if (group.kind === 'coChair') return { coChair: [group.id] };
  if (group.kind === 'exchangeYear') {
    const ends = exchangeYears.find(({ id }) => id === group.id)?.years.split('/') ?? [];
    return { from: ends[0] ?? null, to: ends.at(-1) ?? null };
  }
  return rangeFilters(group.from, group.to, meetings);
}
