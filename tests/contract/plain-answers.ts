import type { EntryFilters } from '#src/api/params.ts';
import type { EntryFact, RecordData } from '#mocks/record.ts';

/**
 * The contract's rules 1, 4 and 5 said as plainly as possible, one entry at a time: what the store's answers are held
 * against. Nothing here is shared with the store.
 */

/** No calendar is needed to compare days as text: the 31st is past the end of every month. */
const first = (date: string) => `${date}${'-01-01'.slice(date.length - 4)}`;
const last = (date: string) => `${date}${'-12-31'.slice(date.length - 4)}`;

const plain = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

export function isMatch(entry: EntryFact, filters: EntryFilters, record: RecordData): boolean {
  const { date } = record.meetings.find(({ ordinal }) => ordinal === entry.meeting)!;
  const groups = record.fields.fields
    .filter(({ id }) => entry.fields.includes(id))
    .map(({ group }) => group);
  const any = <Value>(chosen: readonly Value[] | undefined, own: readonly Value[]) =>
    chosen === undefined || chosen.some((value) => own.includes(value));
  return (
    any(filters.field, entry.fields) &&
    any(filters.group, groups) &&
    any(filters.party, [entry.party]) &&
    any(filters.kind, [entry.kind]) &&
    any(filters.meeting, [entry.meeting]) &&
    any(filters.status, [entry.status]) &&
    any(filters.exchangeYear, entry.exchangeYears) &&
    any<string | null>(filters.source, [entry.source]) &&
    (filters.from === undefined || last(date) >= first(filters.from)) &&
    (filters.to === undefined || first(date) <= last(filters.to)) &&
    (filters.q ?? '').split(/\s/).every((word) => plain(entry.text).includes(plain(word)))
  );
}

export function countEntries(record: RecordData, filters: EntryFilters) {
  const entries = record.entries.filter((entry) => isMatch(entry, filters, record));
  return { entries: entries.length, meetings: new Set(entries.map(({ meeting }) => meeting)).size };
}
