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

/**
 * The cells of a workbook that a program could not work out, by the names of the sheets. The library that reads workbooks
 * takes them for empty.
 */
export async function findBrokenCells({ names, read }: Zip): Promise<Map<string, BrokenCell[]>> {
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
  const found = new Map<string, BrokenCell[]>();
  for (const [, about = ''] of (await textOf('xl/workbook.xml')).matchAll(SHEET)) {
    const target = targets.get(attribute(about, 'id')) ?? '';
    const file = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    found.set(attribute(about, 'name') ?? '', brokenIn(await textOf(file)));
  }
  return found;
}
