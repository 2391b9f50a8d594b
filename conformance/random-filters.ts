import type { EntryFilters } from '#src/api/params.ts';
import type { Random } from '#src/lib/random.ts';
import type { Snapshot } from './snapshot.ts';

const NAMES = [
  'field',
  'group',
  'party',
  'kind',
  'meeting',
  'status',
  'exchangeYear',
  'source',
  'reportedBy',
  'coChair',
];

/** One to three values; mostly such as entries have, so that something is left over. */
function pickValues(random: Random, values: readonly (string | number)[]) {
  const count = 1 + Math.floor(random.next() * 3);
  return [...new Set(Array.from({ length: count }, () => random.pick(values)))];
}

function pickDates(random: Random, { meetings }: Snapshot): EntryFilters {
  if (meetings.length === 0) return {};
  const [a, b] = [random.pick(meetings).date, random.pick(meetings).date].map((date) =>
    random.next() < 0.5 ? date : date.slice(0, 4),
  );
  if (a === undefined || b === undefined) return {};
  if (random.next() < 0.4) return { from: a };
  if (random.next() < 0.5) return { to: b };
  return a.slice(0, 4) < b.slice(0, 4) ? { from: a, to: b } : {};
}

/** A word of some entry, so that something is left. */
function pickWord(random: Random, entries: Snapshot['entries']): string {
  const words = random.pick(entries).text.split(/\s+/).filter(Boolean);
  return Array.from(random.pick(words)).slice(0, 20).join('').toUpperCase();
}

/** Words alone, and several values of one filter alone: among several random filters each is met only now and then. */
export function pickSingleFilters(
  random: Random,
  { choices, entries }: Snapshot,
  name: 'kind' | 'party',
): EntryFilters[] {
  const values = (choices[name] ?? []).slice(0, -1);
  return [
    ...(entries.length > 0 ? [{ q: pickWord(random, entries) }] : []),
    ...(values.length > 1 ? [{ [name]: values }] : []),
  ];
}

/** Filters that the backend has to take: from its own vocabulary, the same for the same seed. */
export function pickFilters(random: Random, snapshot: Snapshot): EntryFilters {
  const { choices, entries } = snapshot;
  const names = NAMES.filter((name) => (choices[name]?.length ?? 0) > 0);
  const chosen = names.filter(() => random.next() < 0.22);
  const filters = Object.fromEntries(
    chosen.map((name) => [name, pickValues(random, choices[name] ?? [])]),
  ) as EntryFilters;
  const dates = random.next() < 0.3 ? pickDates(random, snapshot) : {};
  if (entries.length === 0 || random.next() > 0.2) return { ...filters, ...dates };
  return { ...filters, ...dates, q: pickWord(random, entries) };
}
