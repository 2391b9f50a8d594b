import type { EntryFilters, EntrySort } from '#src/api/params.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import type { EntryFact, RecordData } from '#engine/record/record.ts';

/**
 * The contract's rules 1, 4 and 5 said as plainly as possible, one entry at a time: what the store's answers are held
 * against. Nothing here is shared with the store.
 */

/** No calendar is needed to compare days as text: the 31st is past the end of every month. */
const first = (date: string) => `${date}${'-01-01'.slice(date.length - 4)}`;
const last = (date: string) => `${date}${'-12-31'.slice(date.length - 4)}`;

const plain = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

export function isInRange(date: string, { from, to }: Pick<EntryFilters, 'from' | 'to'>): boolean {
  return (
    (from === undefined || last(date) >= first(from)) &&
    (to === undefined || first(date) <= last(to))
  );
}

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
    isInRange(date, filters) &&
    (filters.q ?? '').split(/\s/).every((word) => plain(entry.text).includes(plain(word)))
  );
}

export function countEntries(record: RecordData, filters: EntryFilters) {
  const entries = record.entries.filter((entry) => isMatch(entry, filters, record));
  return { entries: entries.length, meetings: new Set(entries.map(({ meeting }) => meeting)).size };
}

/** What an entry is sorted by, as a number or a text; null comes last in either direction. */
function sortValue(record: RecordData, entry: EntryFact, key: string): number | string | null {
  const parties = [...record.mechanism.parties.map(({ id }) => id), 'joint'];
  const fields = record.fields.fields.map(({ id }) => id);
  const values: Record<string, () => number | string | null> = {
    meeting: () => entry.meeting,
    kind: () => EntryKind.options.indexOf(entry.kind),
    party: () => parties.indexOf(entry.party),
    field: () => fields.indexOf(entry.fields[0] ?? ''),
    status: () => EvidenceStatus.options.indexOf(entry.status),
    source: () => entry.source,
    text: () => entry.text,
  };
  return values[key]!();
}

/** Rule 2's order: by the key, then by id. */
export function compareEntries(record: RecordData, sort: EntrySort) {
  const key = sort.replace('-', '');
  const sign = sort.startsWith('-') ? -1 : 1;
  return (a: EntryFact, b: EntryFact): number => {
    const [x, y] = [sortValue(record, a, key), sortValue(record, b, key)];
    if (x === y) return a.id < b.id ? -1 : 1;
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y ? -sign : sign;
  };
}
