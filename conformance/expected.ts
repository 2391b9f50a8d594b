import { firstDay, lastDay } from '#src/api/edtf.ts';
import type { EntryFilters, EntrySort } from '#src/api/params.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { type Entry, EntryKind } from '#src/api/schemas/entries.ts';
import type { Snapshot } from './snapshot.ts';

/** The contract's rules said one entry at a time, on what the backend itself delivered. */

/** Text as the contract compares it. */
export const fold = (text: string) =>
  text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');

/** Every entry is looked through for many questions: its text is folded once. */
const foldedTexts = new WeakMap<Entry, string>();
function foldedText(entry: Entry): string {
  const kept = foldedTexts.get(entry) ?? fold(entry.text);
  foldedTexts.set(entry, kept);
  return kept;
}

const wordsOf = (q: string) => fold(q).split(/\s+/).filter(Boolean);
export const hasAllWords = (text: string, q: string) => {
  const folded = fold(text);
  return wordsOf(q).every((word) => folded.includes(word));
};

/** The entries whose texts have all the words of a query. */
export function withWords(entries: readonly Entry[], q: string): Entry[] {
  const words = wordsOf(q);
  return entries.filter((entry) => words.every((word) => foldedText(entry).includes(word)));
}

type Dates = { from?: string | undefined; to?: string | undefined };
export const isDated = (date: string, { from, to }: Dates) =>
  (from === undefined || lastDay(date) >= firstDay(from)) &&
  (to === undefined || firstDay(date) <= lastDay(to));

/** Every filter but the words. */
function isFiltered(entry: Entry, filters: EntryFilters): boolean {
  const any = <Value>(chosen: readonly Value[] | undefined, own: readonly Value[]) =>
    chosen === undefined || chosen.some((value) => own.includes(value));
  return (
    any(
      filters.field,
      entry.fields.map(({ id }) => id),
    ) &&
    any(
      filters.group,
      entry.fields.map(({ group }) => group),
    ) &&
    any(filters.party, [entry.party]) &&
    any(filters.kind, [entry.kind]) &&
    any(filters.meeting, [entry.meeting.ordinal]) &&
    any(filters.status, [entry.status]) &&
    any(
      filters.exchangeYear,
      entry.exchangeYears.map(({ id }) => id),
    ) &&
    any(filters.source, entry.source ? [entry.source.id] : []) &&
    isDated(entry.meeting.date, filters)
  );
}

export function matchEntries(entries: readonly Entry[], filters: EntryFilters): Entry[] {
  const filtered = entries.filter((entry) => isFiltered(entry, filters));
  return filters.q === undefined ? filtered : withWords(filtered, filters.q);
}

export function countsOf(entries: readonly Entry[]) {
  const meetings = new Set(entries.map(({ meeting }) => meeting.ordinal)).size;
  return { entries: entries.length, meetings };
}

/** By code point: units of UTF-16 are in another order where one text has a surrogate and the other has not. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (at === shorter) return a.length - b.length;
  return toCodePoint(a, at) - toCodePoint(b, at);
}

/** The whole character of which a unit at this place is a part. */
function toCodePoint(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const isSecondHalf = unit >= 0xdc_00 && unit <= 0xdf_ff;
  return text.codePointAt(isSecondHalf ? at - 1 : at) ?? 0;
}

/** The place of a value in its enumeration; a value that is not of this version comes after all others. */
const positionIn = ({ options }: { options: readonly string[] }, value: string) =>
  options.includes(value) ? options.indexOf(value) : options.length;

function keyOf(snapshot: Snapshot, key: string, entry: Entry): number | string | null {
  const { choices } = snapshot;
  if (key === 'meeting') return entry.meeting.ordinal;
  if (key === 'kind') return positionIn(EntryKind, entry.kind);
  if (key === 'party') return choices['party']?.indexOf(entry.party) ?? -1;
  if (key === 'field') return choices['field']?.indexOf(entry.fields[0]?.id ?? '') ?? -1;
  if (key === 'status') return positionIn(EvidenceStatus, entry.status);
  return key === 'source' ? (entry.source?.id ?? null) : entry.text;
}

/** The stated order of entries: the key, in its direction; nothing last; ties by id. */
export function compareEntries(snapshot: Snapshot, sort: EntrySort) {
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = sort.replace('-', '');
  return (a: Entry, b: Entry): number => {
    const [x, y] = [keyOf(snapshot, key, a), keyOf(snapshot, key, b)];
    if (x === y) return compareText(a.id, b.id);
    if (x === null || y === null) return x === null ? 1 : -1;
    const order = typeof x === 'string' ? compareText(x, String(y)) : x - Number(y);
    return order === 0 ? compareText(a.id, b.id) : sign * order;
  };
}
