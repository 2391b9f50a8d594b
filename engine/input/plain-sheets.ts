import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

import { decodeText } from '../reading/decode-text.ts';
import { InputFault } from '../reading/faults.ts';
import { NUMBERED, numbered, sheetParts } from './odd-cells.ts';
import type { Zip } from './open-zip.ts';
import { letterOf, placeOf } from '#src/lib/workbook/column-letters.ts';

/** The parts of a workbook that hold what stands in its cells. */
const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/i;
/** Those that say which sheets there are, and what all of them share, by their names in small letters. */
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const COMMON = new Map([
  [RELATIONS, 'sheets'],
  ['xl/workbook.xml', 'sheets'],
  ['xl/sharedstrings.xml', 'texts'],
  ['xl/styles.xml', 'formats'],
]);
const ROW_OR_CELL = /<((?:\w+:)?)(row|c)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)/g;
/** A cell that does not say where it stands. */
const UNPLACED = /<(?:\w+:)?c(?=[\s/>])(?![^>]*\sr=)/;
const QUOTED = /<!\[CDATA\[(.*?)\]\]>/gs;
const PLACE = /\sr=["']([A-Z]*)(\d+)["']/;
/** That days are counted from 1904: XML has two words for yes, of which the library knows the digit. */
const FROM_1904 = /(<(?:\w+:)?workbookPr\s[^>]*?)\bdate1904\s*=\s*["']\s*(?:true|1)\s*["']/;
/** A cell whose date is a text, up to the day in it, and the time behind: that is of no zone, and the library takes its own. */
const DAY_AND_TIME =
  /(<(?:\w+:)?c\s[^>]*?\bt=["']d["'][^>]*>(?:(?!<\/?(?:\w+:)?c[\s/>]).)*?<(?:\w+:)?v\b[^>]*>\s*\d{4}-\d\d-\d\d)T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?/gs;

/** One sign of XML after the other: what is no element, an element's beginning or end, text. */
const TOKEN =
  /<!--.*?-->|<\?[^<>]*\?>|<!\[CDATA\[.*?\]\]>|<!DOCTYPE[^>[]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gsy;
/** The sign that begins an entity, where none follows it that every program knows. */
const STRAY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;

/** True where a character is written by a number that none has. */
const namesNoCharacter = (text: string) =>
  [...text.matchAll(NUMBERED)].some(([, ...codes]) => numbered(codes[0], codes[1]) === null);

/** True for XML in which each element ends where it should: what programs read past they read otherwise than it was meant. */
function isWhole(xml: string): boolean {
  const open: string[] = [];
  let [at, elements] = [0, 0];
  for (const [token, slash, name, about, alone] of xml.matchAll(TOKEN)) {
    at += token.length;
    // What is quoted as a whole, and notes, may have any sign.
    const words = token.startsWith('<!') ? '' : (about ?? token);
    if (words.includes('&') && (STRAY.test(words) || namesNoCharacter(words))) return false;
    if (name === undefined) continue;
    elements += 1;
    if (slash === '/' && open.pop() !== name) return false;
    if (slash === '' && alone === '') open.push(name);
  }
  return at === xml.length && open.length === 0 && elements > 0;
}

const EMPTY_SHEET = '<worksheet><sheetData/></worksheet>';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Each character beyond the first 65,536 as itself: by its number, the library takes it for another one. */
const withFarCharacters = (xml: string) =>
  xml.replaceAll(NUMBERED, (reference, ...codes: (string | undefined)[]) => {
    const character = numbered(codes[0], codes[1]) ?? reference;
    return character.length === 2 ? character : reference;
  });

/** Each cell with its place, which may go without saying where it is the one after the last. */
function withPlaces(xml: string): string {
  let [line, column] = [0, 0];
  return xml.replaceAll(ROW_OR_CELL, (tag, prefix: string, kind: string, about: string) => {
    const [, letters = '', number] = PLACE.exec(about) ?? [];
    if (kind === 'row') {
      [line, column] = [number === undefined ? line + 1 : Number(number), 0];
      return tag;
    }
    if (number !== undefined) column = placeOf(letters);
    column += 1;
    return number === undefined ? `<${prefix}c r="${letterOf(column - 1)}${line}"${about}` : tag;
  });
}

/** A part as text; null where it is lost, or not what it was when it was written. */
async function textOf({ read }: Zip, name: string): Promise<string | null> {
  try {
    const bytes = await read(name);
    const text = bytes === null ? '' : decodeText(bytes);
    return isWhole(text) ? text : null;
  } catch {
    return null;
  }
}

const baseOf = (part: string) => part.slice(part.lastIndexOf('/') + 1);

/** Those parts that all sheets share, each whole; one that is torn or lost is named, as no sheet can be told then. */
async function commonParts(zip: Zip): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const lost = (part: string) => new InputFault('workbook-part', { part });
  for (const [common, what] of COMMON) {
    const name = zip.names.find((one) => one.toLowerCase() === common);
    const xml = name === undefined ? null : await textOf(zip, name);
    if (name !== undefined && xml !== null) parts.set(name, xml);
    const relations = (parts.get(RELATIONS) ?? '').toLowerCase();
    const isNamed = common === RELATIONS || relations.includes(`${baseOf(common)}"`);
    if (xml === null && (name !== undefined || isNamed)) throw lost(what);
  }
  return parts;
}

/**
 * A workbook in the forms that the library which reads it knows: cells with their places, texts with the signs of XML
 * escaped, rare characters as themselves, days without a time. Others are as good, and some programs write them. Sheets
 * that cannot be read are empty in it, and named.
 */
export async function withPlainSheets(
  zip: Zip,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ zip: Zip; bytes: Uint8Array<ArrayBuffer>; damaged: string[] }> {
  const changed = new Map<string, Uint8Array>();
  const damaged: string[] = [];
  const write = (name: string, xml: string) => changed.set(name, new TextEncoder().encode(xml));
  const common = await commonParts(zip);
  const sheets = [...(await sheetParts(zip))].filter(([, part]) => SHEET_PART.test(part));
  for (const name of new Set([...sheets.map(([, part]) => part), ...common.keys()])) {
    const xml = common.get(name) ?? (await textOf(zip, name));
    if (xml === null) {
      damaged.push(...sheets.filter(([, part]) => part === name).map(([sheet]) => sheet));
      write(name, EMPTY_SHEET);
      continue;
    }
    const text = withFarCharacters(xml.replaceAll(QUOTED, (_, quoted: string) => escaped(quoted)));
    const placed = UNPLACED.test(text) ? withPlaces(text) : text;
    const plain = placed.replace(FROM_1904, '$1date1904="1"').replaceAll(DAY_AND_TIME, '$1');
    if (plain !== xml) write(name, plain);
  }
  if (changed.size === 0) return { zip, bytes, damaged };
  const read = async (name: string) => changed.get(name) ?? zip.read(name);
  const names = [...new Set([...zip.names, ...changed.keys()])];
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level: 0 });
  for (const name of names)
    await writer.add(name, new Uint8ArrayReader((await read(name)) ?? new Uint8Array()));
  return { zip: { names, read }, bytes: await writer.close(), damaged };
}
