import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

import { decodeText } from '../reading/decode-text.ts';
import type { Zip } from './open-zip.ts';
import { letterOf, placeOf } from '#src/lib/workbook/column-letters.ts';

/** The parts of a workbook that hold what stands in its cells. */
const PART = /^xl\/(?:worksheets\/[^/]+|sharedStrings)\.xml$/i;
const ROW_OR_CELL = /<((?:\w+:)?)(row|c)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)/g;
/** A cell that does not say where it stands. */
const UNPLACED = /<(?:\w+:)?c(?=[\s/>])(?![^>]*\sr=)/;
const QUOTED = /<!\[CDATA\[(.*?)\]\]>/gs;
const PLACE = /\sr=["']([A-Z]*)(\d+)["']/;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

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

/**
 * A workbook in the forms that the library which reads it knows: cells with their places, texts with the signs of XML
 * escaped. Others are as good, and some programs write them.
 */
export async function withPlainSheets(
  zip: Zip,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ zip: Zip; bytes: Uint8Array<ArrayBuffer> }> {
  const changed = new Map<string, Uint8Array>();
  for (const name of zip.names.filter((one) => PART.test(one))) {
    const xml = decodeText((await zip.read(name)) ?? new Uint8Array());
    const text = xml.replaceAll(QUOTED, (_, quoted: string) => escaped(quoted));
    const plain = UNPLACED.test(text) ? withPlaces(text) : text;
    if (plain !== xml) changed.set(name, new TextEncoder().encode(plain));
  }
  if (changed.size === 0) return { zip, bytes };
  const read = async (name: string) => changed.get(name) ?? zip.read(name);
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level: 0 });
  for (const name of zip.names)
    await writer.add(name, new Uint8ArrayReader((await read(name)) ?? new Uint8Array()));
  return { zip: { ...zip, read }, bytes: await writer.close() };
}
