import type { FaultCode, RecordFault } from '#src/api/record-fault.ts';
import { isNear } from './near-names.ts';

export type Values = NonNullable<RecordFault['values']>;

/** What is wrong with a value or a file, before it is known where that is. */
export type Found = { code: FaultCode; values?: Values };

/** Why a file, or what it holds, cannot be taken. */
export class InputFault extends Error {
  readonly found: Found;

  constructor(code: FaultCode, values: Values = {}) {
    super(code);
    this.found = { code, values };
  }
}

/** The fault that an error is; what nobody foresaw keeps its own words. */
export const foundIn = (error: unknown): Found =>
  error instanceof InputFault
    ? error.found
    : {
        code: 'unreadable',
        values: { reason: error instanceof Error ? error.message : String(error) },
      };

/** A JSONPath such as `$[3].fields[0]` from the steps to a value. */
export function toJsonPath(steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (path, step) => path + (typeof step === 'number' ? `[${step}]` : `.${step}`),
    '$',
  );
}

/** A fault of a file's value at some place in it. */
export const faultAt = (
  file: string,
  steps: readonly (string | number)[],
  found: Found,
): RecordFault => ({ file, path: toJsonPath(steps), ...found });

/** A fault of a file as a whole. */
export const fileFault = (file: string, found: Found): RecordFault => faultAt(file, [], found);

/** Signs that take no room, or look like a space: what is wrong with a value may be these alone. */
const UNSEEN = /(?! )[\p{Cf}\p{Zs}]/gu;

/** A text with its unseen signs written out, as JSON writes others. */
export const visible = (text: string): string =>
  text.replaceAll(
    UNSEEN,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()}`,
  );

const MOST_OF_A_VALUE = 60;

/** A value as a reader finds it in the file, cut where it is long; texts in quotation marks, unseen signs written out. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = visible(JSON.stringify(value) ?? String(value));
  return text.length > MOST_OF_A_VALUE ? `${text.slice(0, MOST_OF_A_VALUE)}…` : text;
}

/** What other files refer to comes before what refers to it, so that one mends a cause before its consequences. */
const ORDER = [
  'files.json',
  'datapackage',
  'mechanism',
  'other-names',
  'parties',
  'groups',
  'fields',
  'places',
  'people',
  'offices',
  'sources',
  'meetings',
  'co-chairs',
  'meeting-sources',
  'entries',
  'entry-',
  'exchange-years',
  'exchange-year-',
  'commissions',
  'commission-',
  'second-sources',
  'evidence',
  'copies',
  'translations',
];

const ITEM = /^\$(?:\.(?:parties|groups|fields))?\[(\d+)\]/;

function rankOf({ file, path, line }: RecordFault): [number, number, number] {
  const name = file.replace(/^data\//, '');
  const rank = ORDER.findIndex((start) => name.startsWith(start));
  const isWhole = path === '$' && line === undefined;
  const item = Number(ITEM.exec(path)?.[1] ?? -1);
  return [isWhole ? 0 : 1, rank < 0 ? ORDER.length - 1 : rank, line ?? item];
}

/** Of one place in a file only the fault that is told first: the others would follow from it. */
export function oncePerPlace(faults: readonly RecordFault[]): RecordFault[] {
  const told = new Set<string>();
  return faults.filter(({ file, path, line }) => {
    const place = JSON.stringify([file, path, line]);
    const isFirst = path === '$' || !told.has(place);
    // What is told by its path alone is wherever in the file that was told before.
    told.add(place).add(JSON.stringify([file, path, undefined]));
    return isFirst;
  });
}

/** Of more ids nobody looks for the one that was meant. */
const MOST_COMPARED = 2000;

/** The one id that is nearly the same; null where none is, or several are. */
function meantBy(id: string, known: ReadonlySet<unknown>): string | null {
  if (known.size > MOST_COMPARED) return null;
  const near = [...known].filter((one) => typeof one === 'string' && isNear(id, one));
  return near.length === 1 ? (near[0] as string) : null;
}

/** The fault of an id that nothing has, or of which there is nothing at all. */
export function missed(thing: string, id: string | number, known: ReadonlySet<unknown>): Found {
  if (known.size === 0) return { code: 'none-there', values: { thing } };
  const meant = meantBy(String(id), known);
  return meant === null
    ? { code: 'no-such', values: { thing, id: String(id) } }
    : { code: 'no-such-but', values: { thing, id: String(id), meant } };
}

/** What is told once, however many places it is missed at. */
const MISSED: ReadonlySet<FaultCode> = new Set([
  'no-such',
  'no-such-but',
  'none-there',
  'evidence-of-nothing',
]);
/** What is told once of a file that has it in many places. */
const OF_FILE: ReadonlySet<FaultCode> = new Set([
  'cell-unheaded',
  'repeated',
  'used-twice',
  'parties-exchanged',
  'chair-of-other',
  'country-of-other',
  'captured-nowhere',
  'same-elsewhere',
  'hidden',
  'tag-other',
]);
/** What is told once of a column, by the first cell of it. */
const OF_COLUMN: ReadonlySet<FaultCode> = new Set([
  'row-of-other',
  'names-in-turn',
  'source-early',
  'event-outside',
  'translation-years',
  'other-language',
  'title-script',
]);
/** What is told once of a column where it is in more of its cells than one would read. */
const IF_MANY: FaultCode = 'cell-repeats';
const MOST_PLACES = 5;

/** Of faults that miss the same thing the first, with where the others are. */
function gather(faults: readonly RecordFault[]): RecordFault[] {
  const alike = Map.groupBy(faults, (fault) => {
    const { code, values, file } = fault;
    if (MISSED.has(code)) return JSON.stringify([code, values]);
    if (OF_COLUMN.has(code) || code === IF_MANY)
      return JSON.stringify([code, file, values?.['how'], fault.path.replaceAll(/\[\d+\]/g, '')]);
    return OF_FILE.has(code) ? JSON.stringify([code, values, file]) : fault;
  });
  const isMany = (same: readonly RecordFault[]) =>
    same[0]?.code !== IF_MANY || same.length > MOST_PLACES;
  const told = [...alike.values()].flatMap((same) =>
    isMany(same) ? [same] : same.map((one) => [one]),
  );
  return told.flatMap(([first, ...others]) =>
    first === undefined || others.length === 0
      ? (first ?? [])
      : {
          ...first,
          also: {
            count: others.length,
            places: others
              .slice(0, MOST_PLACES)
              .map(({ file, path, line }) => ({ file, path, ...(line !== undefined && { line }) })),
          },
        },
  );
}

/** Sorted by where to begin: files that cannot be read, then causes before consequences, then from top to bottom; none twice. */
export function sortFaults(faults: readonly RecordFault[]): RecordFault[] {
  const keyOf = ({ file, path, code, line, character, values }: RecordFault) =>
    JSON.stringify([file, path, code, line, character, values]);
  const once = [...new Map(faults.map((fault) => [keyOf(fault), fault])).values()];
  const sorted = once.toSorted((a, b) => {
    const [whole, rank, item] = rankOf(a);
    const [otherWhole, otherRank, otherItem] = rankOf(b);
    return (
      whole - otherWhole ||
      rank - otherRank ||
      // Of tables of one rank one after the other.
      Number(a.file > b.file) - Number(a.file < b.file) ||
      item - otherItem
    );
  });
  return gather(sorted);
}
