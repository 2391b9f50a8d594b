/**
 * A column that was sorted by itself: its words follow the alphabet from the first row to the last, and what the rows go by
 * is in order too. By chance nearly no table is so.
 */
import type { RecordFault } from '#src/api/record-fault.ts';
import { compareIds } from '../../text/text-order.ts';
import type { Steps } from '../check-shape.ts';
import type { Part } from '../edition.ts';
import { type Checked, warn } from '../warn.ts';

type Column = {
  part: Part;
  by: string;
  keys: readonly Key[];
  steps: Steps;
  values: readonly Value[];
};
type Key = string | number;
type Value = string | null | undefined;

/** So many different values stand in order by chance once in 5,000 times. */
const MANY = 7;
/** Of fewer values as many rows do. */
const MANY_ROWS = 30;
const FEW = 3;
/** Programs differ in what they pass over when they sort. */
const MOST_ODD = 0.02;

const COLLATORS = ['en', 'zh', 'ru'].map(
  (tag) => new Intl.Collator(tag, { ignorePunctuation: true }),
);

function isInOrder<Item>(list: readonly Item[], compare: (a: Item, b: Item) => number): boolean {
  const odd = list.filter((one, at) => at > 0 && compare(list[at - 1] ?? one, one) > 0).length;
  return odd <= list.length * MOST_ODD;
}

const isSorted = (list: readonly string[]) =>
  [list, list.toReversed()].some((one) =>
    COLLATORS.some((collator) => isInOrder(one, collator.compare)),
  );

function isAlone({ keys, values }: Column): boolean {
  const rows = values.flatMap((value, at) =>
    value == null ? [] : [{ value, key: keys[at] ?? '' }],
  );
  const [words, order] = [rows.map(({ value }) => value), rows.map(({ key }) => key)];
  const kinds = new Set(words).size;
  const isTelling = kinds >= MANY || (kinds >= FEW && words.length >= MANY_ROWS);
  return isTelling && new Set(order).size >= FEW && isInOrder(order, compareIds) && isSorted(words);
}

const textOf = (value: unknown): Value =>
  typeof value === 'object' && value !== null
    ? (value as { text?: string }).text
    : (value as Value);

const letters = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 2);

/** Ids that are made of the words are in the same order as these. */
const isMadeOf = (ids: readonly string[], words: readonly string[]) =>
  ids.filter((id, at) => letters(id) === letters(words[at] ?? '')).length * 4 > ids.length;

/** Columns in an order of their own, each told at its first row. */
export function findSortedAlone({ meetings, entries, sources }: Checked): RecordFault[] {
  const ofEntries = (['kind', 'party', 'text', 'quote', 'locator'] as const).map((key): Column => ({
    part: 'entries',
    by: 'meeting',
    keys: entries.map(({ meeting }) => meeting),
    steps: [0, key],
    values: entries.map((entry) => textOf(entry[key])),
  }));
  const ofMeetings = (['venue', 'notes', 'attendance', 'place'] as const).map((key): Column => ({
    part: 'meetings',
    by: 'ordinal',
    keys: meetings.map(({ ordinal }) => ordinal),
    steps: [0, key],
    values: meetings.map((meeting) => textOf(meeting[key])),
  }));
  const ids = sources.map(({ id }) => id);
  const addresses = sources.map(({ url }) => url.replace(/^https?:\/\/(?:www\.)?/, ''));
  const ofSources = [
    { key: 'title', values: sources.map(({ title }) => title) },
    { key: 'url', values: addresses },
  ].flatMap(({ key, values }): Column[] =>
    isMadeOf(ids, values)
      ? []
      : [{ part: 'sources', by: 'id', keys: ids, steps: [0, key], values }],
  );
  return [...ofSources, ...ofMeetings, ...ofEntries].flatMap((column) =>
    isAlone(column)
      ? [
          warn(column.part, column.steps, {
            code: 'column-sorted',
            values: { column: String(column.steps.at(-1)), by: column.by },
          }),
        ]
      : [],
  );
}
