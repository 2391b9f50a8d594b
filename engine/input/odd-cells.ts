import { decodeText } from '../reading/decode-text.ts';
import { placeOf } from '#src/lib/workbook/column-letters.ts';
import type { Zip } from './open-zip.ts';

/** A cell whose formula has no result: its row from 1, its column from 0, and the error or the formula that is there. */
export type BrokenCell = { line: number; at: number; value: string };

const SHEET = /<(?:\w+:)?sheet\b([^>]*)>/g;
const RELATION = /<(?:\w+:)?Relationship\b([^>]*)>/g;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs;
const FORMULA = /<(?:\w+:)?f\b[^>]*?(?:\/>|>(.*?)<\/(?:\w+:)?f>)/s;
const VALUE = /<(?:\w+:)?v\b[^>]*>([^<]*)<\/(?:\w+:)?v>/;

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** What XML writes for a character by its number, decimal or hexadecimal. */
export const NUMBERED = /&#(?:(\d+)|x([\da-f]+));/gi;

/** The character of a {@link NUMBERED} reference; null where there is none of this number. */
export function numbered(decimal: string | undefined, hexadecimal: string | undefined) {
  const code = Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : null;
}

const ENTITY = new RegExp(`${NUMBERED.source}|&\\w+;`, 'gi');
const plain = (text: string) =>
  text.replaceAll(ENTITY, (entity, ...codes: (string | undefined)[]) =>
    entity.startsWith('&#')
      ? (numbered(codes[0], codes[1]) ?? entity)
      : (ENTITIES[entity] ?? entity),
  );
const attribute = (attributes: string, name: string) => {
  const [, value] = new RegExp(`(?:^|[\\s:])${name}=["']([^"']*)["']`).exec(attributes) ?? [];
  return value === undefined ? null : plain(value);
};

function brokenIn(xml: string): BrokenCell[] {
  return [...xml.matchAll(CELL)].flatMap(([, attributes = '', content = '']) => {
    const isError = attribute(attributes, 't') === 'e';
    const [formula, words = ''] = FORMULA.exec(content) ?? [];
    const value = VALUE.exec(content)?.[1];
    const [, letters = '', line] = /^([A-Z]+)(\d+)$/.exec(attribute(attributes, 'r') ?? '') ?? [];
    const isEmpty = formula !== undefined && value === undefined && !content.includes('<is');
    if (line === undefined || !(isError || isEmpty)) return [];
    return [{ line: Number(line), at: placeOf(letters), value: plain(value ?? `=${words}`) }];
  });
}

const FORMAT = /<(?:\w+:)?numFmt\b([^>]*)>/g;
const CELL_FORMATS = /<(?:\w+:)?cellXfs\b[^>]*>(.*?)<\/(?:\w+:)?cellXfs>/s;
const CELL_FORMAT = /<(?:\w+:)?xf\b([^>]*)>/g;
/** What of a format is shown as it is: in quotation marks, in brackets, behind a backslash. */
const LITERAL = /"[^"]*"|\[[^\]]*\]|\\./g;

/**
 * What a cell's format shows of its number: so many characters of a day (none where the year is not among them), hundred
 * times as much, or the number with something about it. Null for a whole day, and for a number as it is.
 */
export type Form = 0 | 4 | 7 | 'percent' | 'dressed' | null;

/** What programs mean by formats that they need not describe; some show a day in one country and a month in another. */
const BUILT_IN: readonly (readonly [ids: string, form: Form])[] = [
  ['9 10', 'percent'],
  ['2 3 4 11 12 13 37 38 39 40 48', 'dressed'],
  ['17', 7],
  ['16 18 19 20 21 27 28 29 32 33 34 35 36 45 46 47 50 51 52 53 54 55 56 57 58', 0],
];

function formOf(format: string): Form {
  const [shown = ''] = format.replaceAll(LITERAL, '').toLowerCase().split(';');
  if (shown.includes('%')) return 'percent';
  const isPlain = /^(?:|@|0|#|general|g\/.*)$/.test(shown);
  if (isPlain) return shown === format.toLowerCase() ? null : 'dressed';
  if (!/[dmyhs]/.test(shown)) return 'dressed';
  if (!/[ye]/.test(shown)) return 0;
  if (/[dhs]/.test(shown)) return null;
  return shown.includes('m') ? 7 : 4;
}

/** The styles of cells under which a number shows as something else. */
function oddStyles(xml: string): ReadonlyMap<string, Form> {
  const builtIn = BUILT_IN.flatMap(([ids, form]) =>
    ids.split(' ').map((id) => [id, form] as const),
  );
  const own = [...xml.matchAll(FORMAT)].map(
    ([, about = '']) =>
      [attribute(about, 'numFmtId') ?? '', formOf(attribute(about, 'formatCode') ?? '')] as const,
  );
  const forms = new Map<string, Form>([...builtIn, ...own]);
  const styles = [...(CELL_FORMATS.exec(xml)?.[1] ?? '').matchAll(CELL_FORMAT)];
  return new Map(
    styles.flatMap(([, about = ''], style) => {
      const form = forms.get(attribute(about, 'numFmtId') ?? '') ?? null;
      return form === null ? [] : [[String(style), form] as const];
    }),
  );
}

function formsIn(xml: string, styles: ReadonlyMap<string, Form>): Map<string, Form> {
  if (styles.size === 0) return new Map();
  const found = [...xml.matchAll(CELL)].flatMap(([, attributes = '', content = '']) => {
    const [at, style] = [attribute(attributes, 'r'), attribute(attributes, 's')];
    const form = styles.get(style ?? '');
    const isNumber = /^[nd]$/.test(attribute(attributes, 't') ?? 'n') && VALUE.test(content);
    return at === null || form === undefined || !isNumber ? [] : [[at, form] as const];
  });
  return new Map(found);
}

const MERGED = /<(?:\w+:)?mergeCell\b[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;

/** The ranges of cells that are shown as one, which has the value of the first: columns from 0, lines from 1. */
export type Range = { from: number; to: number; first: number; last: number };

const mergedIn = (xml: string): Range[] =>
  Array.from(xml.matchAll(MERGED), ([, from = '', first, to = '', last]) => ({
    from: placeOf(from),
    to: placeOf(to),
    first: Number(first),
    last: Number(last),
  }));

const HIDDEN = /\shidden=["'](?:1|true)["']/;
const ROW = /<(?:\w+:)?row\b([^>]*)>/g;
const COLUMNS = /<(?:\w+:)?col\b([^>]*)>/g;

/** The lines, from 1, and the columns, from 0, that a program does not show. */
function hiddenIn(xml: string): Pick<OddCells, 'hiddenLines' | 'hiddenColumns'> {
  const about = (pattern: RegExp) =>
    Array.from(xml.matchAll(pattern), ([, attributes = '']) => attributes).filter((one) =>
      HIDDEN.test(one),
    );
  return {
    hiddenLines: new Set(about(ROW).map((one) => Number(attribute(one, 'r')))),
    hiddenColumns: about(COLUMNS).map((one) => [
      Number(attribute(one, 'min')) - 1,
      Number(attribute(one, 'max')) - 1,
    ]),
  };
}

/** The sheets of a workbook that a program does not show. */
export async function hiddenSheets(zip: Zip): Promise<string[]> {
  const xml = await textOf(zip, 'xl/workbook.xml');
  return Array.from(xml.matchAll(SHEET), ([, about = '']) => about)
    .filter((about) => attribute(about, 'state')?.toLowerCase().endsWith('hidden'))
    .map((about) => attribute(about, 'name') ?? '');
}

/** What the library that reads workbooks does not tell of a sheet's cells. */
export interface OddCells {
  /** Those that a program could not work out, which it takes for empty. */
  broken: readonly BrokenCell[];
  /** What those show, by their names, that do not show the number or the day that they hold. */
  forms: ReadonlyMap<string, Form>;
  merged: readonly Range[];
  hiddenLines: ReadonlySet<number>;
  hiddenColumns: readonly (readonly [from: number, to: number])[];
}

async function textOf({ names, read }: Zip, name: string): Promise<string> {
  const bytes = names.includes(name) ? await read(name) : null;
  return bytes === null ? '' : decodeText(bytes);
}

/** The sheets of a workbook by their names, and the part of the file that each is in. */
export async function sheetParts(zip: Zip): Promise<Map<string, string>> {
  const relations = await textOf(zip, 'xl/_rels/workbook.xml.rels');
  const targets = new Map(
    Array.from(relations.matchAll(RELATION), ([, about = '']) => [
      attribute(about, 'Id'),
      attribute(about, 'Target') ?? '',
    ]),
  );
  return new Map(
    Array.from((await textOf(zip, 'xl/workbook.xml')).matchAll(SHEET), ([, about = '']) => {
      const target = targets.get(attribute(about, 'id')) ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      return [attribute(about, 'name') ?? '', part];
    }),
  );
}

/** The odd cells of a workbook, by the names of its sheets. */
export async function findOddCells(zip: Zip): Promise<Map<string, OddCells>> {
  const styles = oddStyles(await textOf(zip, 'xl/styles.xml'));
  const found = new Map<string, OddCells>();
  for (const [name, part] of await sheetParts(zip)) {
    const xml = await textOf(zip, part);
    found.set(name, {
      broken: brokenIn(xml),
      forms: formsIn(xml, styles),
      merged: mergedIn(xml),
      ...hiddenIn(xml),
    });
  }
  return found;
}
