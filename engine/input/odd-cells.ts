import { decodeText } from '../reading/decode-text.ts';
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
const plain = (text: string) => text.replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
const attribute = (attributes: string, name: string) => {
  const [, value] = new RegExp(`(?:^|[\\s:])${name}=["']([^"']*)["']`).exec(attributes) ?? [];
  return value === undefined ? null : plain(value);
};

/** The place of a column by its letters: A is 0, AA is 26. */
const placeOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

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
/** The one format without a day that programs have by themselves: Dec-23. */
const BUILT_IN: readonly (readonly [string, string])[] = [['17', 'mmm-yy']];

/** How many characters of a day a format shows: a year's, a month's, or all. */
function lengthIn(format: string): number {
  const [shown = ''] = format.replaceAll(LITERAL, '').toLowerCase().split(';');
  if (!/y/.test(shown) || /[dhs]/.test(shown)) return 10;
  return shown.includes('m') ? 7 : 4;
}

/** The styles of cells under which a day shows as its month or year alone, with how many characters of it show. */
function coarseStyles(xml: string): ReadonlyMap<string, number> {
  const own = [...xml.matchAll(FORMAT)].map(
    ([, about = '']) =>
      [attribute(about, 'numFmtId') ?? '', attribute(about, 'formatCode') ?? ''] as const,
  );
  const formats = new Map([...BUILT_IN, ...own]);
  const styles = [...(CELL_FORMATS.exec(xml)?.[1] ?? '').matchAll(CELL_FORMAT)];
  const lengths = styles.map(([, about = ''], style) => {
    const format = formats.get(attribute(about, 'numFmtId') ?? '');
    return [String(style), format === undefined ? 10 : lengthIn(format)] as const;
  });
  return new Map(lengths.filter(([, length]) => length < 10));
}

function coarseIn(xml: string, styles: ReadonlyMap<string, number>): Map<string, number> {
  if (styles.size === 0) return new Map();
  const found = [...xml.matchAll(CELL)].flatMap(([, attributes = '']) => {
    const [at, style] = [attribute(attributes, 'r'), attribute(attributes, 's')];
    const length = styles.get(style ?? '');
    return at === null || length === undefined ? [] : [[at, length] as const];
  });
  return new Map(found);
}

/** What the library that reads workbooks does not tell of a sheet's cells. */
export interface OddCells {
  /** Those that a program could not work out, which it takes for empty. */
  broken: readonly BrokenCell[];
  /** How many characters of a day show in those, by their names, that show a month or a year alone. */
  coarse: ReadonlyMap<string, number>;
}

/** The odd cells of a workbook, by the names of its sheets. */
export async function findOddCells({ names, read }: Zip): Promise<Map<string, OddCells>> {
  const textOf = async (name: string) => {
    const bytes = names.includes(name) ? await read(name) : null;
    return bytes === null ? '' : decodeText(bytes);
  };
  const targets = new Map(
    [...(await textOf('xl/_rels/workbook.xml.rels')).matchAll(RELATION)].map(([, about = '']) => [
      attribute(about, 'Id'),
      attribute(about, 'Target') ?? '',
    ]),
  );
  const styles = coarseStyles(await textOf('xl/styles.xml'));
  const found = new Map<string, OddCells>();
  for (const [, about = ''] of (await textOf('xl/workbook.xml')).matchAll(SHEET)) {
    const target = targets.get(attribute(about, 'id')) ?? '';
    const file = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const xml = await textOf(file);
    const odd = { broken: brokenIn(xml), coarse: coarseIn(xml, styles) };
    found.set(attribute(about, 'name') ?? '', odd);
  }
  return found;
}
