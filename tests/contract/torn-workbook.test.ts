/** A workbook whose file was cut or changed on its way: told by the sheet where one can be told, and never read past. */
import { readFile } from 'node:fs/promises';

import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { readFiles } from '#engine/input/read-files.ts';
import { formatFault } from '#engine/reading/fault-words.ts';

const template = new Uint8Array(await readFile('public/template.xlsx'));
const parts = unzipSync(template);
const sheets = Array.from(
  strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet [^>]*name="([^"]+)"/g),
  ([, name], at) => ({ name: name!, part: `xl/worksheets/sheet${at + 1}.xml` }),
);

async function read(bytes: Uint8Array) {
  const chosen = [{ path: 'record.xlsx', read: () => Promise.resolve(bytes) }];
  return (await readFiles(chosen, '2026-01-01')).input;
}
const told = async (bytes: Uint8Array) => (await read(bytes)).errors.map(formatFault);

const inside = (xml: string, nth: number, put: string) => {
  const at = nth % xml.length;
  return `${xml.slice(0, at)}${put}${xml.slice(at)}`;
};
const DAMAGES: Record<string, (xml: string, nth: number) => string> = {
  'it is cut': (xml, nth) => xml.slice(0, nth % xml.length),
  'an end is lost': (xml) => xml.replace(/<\/\w+>/, ''),
  'a sign is too many': (xml, nth) => inside(xml, nth, '<'),
  'an entity is none': (xml) => xml.replace(/(?<=<(?!\?)[^>]*=")/, '&'),
};
const SHEET =
  'this sheet of the file is damaged: open the file in a spreadsheet program, look at the sheet, and save it again as .xlsx';
/** The parts that all sheets share, and what they list. */
const COMMON = [
  ['xl/workbook.xml', 'sheets'],
  ['xl/_rels/workbook.xml.rels', 'sheets'],
  ['xl/sharedStrings.xml', 'texts'],
  ['xl/styles.xml', 'formats'],
] as const;
const LIST =
  'in this workbook is damaged or missing, so that no sheet can be read: open it in a spreadsheet program and save it again as .xlsx, or fetch it anew';
const WORKBOOK =
  'record.xlsx $: this workbook is damaged, or not the whole of it is here: open it in a spreadsheet program and save it again as .xlsx, or fetch it anew';

describe('a torn workbook', () => {
  it('is told by the sheet that cannot be read, and by nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sheets),
        fc.constantFrom(...Object.keys(DAMAGES)),
        fc.nat(),
        async ({ name, part }, damage, nth) => {
          const xml = DAMAGES[damage]?.(strFromU8(parts[part]!), nth) ?? '';
          expect(await told(zipSync({ ...parts, [part]: strToU8(xml) }))).toEqual([
            `${name}: ${SHEET}`,
          ]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is told the sheet whose part is gone, beside what is wrong with others', async () => {
    const [places, entries] = ['places', 'entries'].map(
      (sheet) => sheets.find(({ name }) => name === sheet)?.part ?? '',
    ) as [string, string];
    const { [places]: _, ...others } = parts;
    const spoilt = strFromU8(others[entries]!).replace(
      /<c r="A2"[^>]*>.*?<\/c>/,
      '<c r="A2" t="inlineStr"><is><t>Not an id!</t></is></c>',
    );
    expect(await told(zipSync({ ...others, [entries]: strToU8(spoilt) }))).toEqual([
      `places: ${SHEET}`,
      'entries id: "Not an id!" is no id: small Latin letters, digits and hyphens, such as "energy-2" (row 2)',
    ]);
  });

  it('is told as a whole where no sheet can be told, and in no library’s words', async () => {
    for (const [part, what] of COMMON) {
      const line = [`record.xlsx $: the list of the ${what} ${LIST}`];
      for (const damage of Object.values(DAMAGES)) {
        const xml = damage(strFromU8(parts[part]!), 700);
        expect(await told(zipSync({ ...parts, [part]: strToU8(xml) })), part).toEqual(line);
      }
      const { [part]: _, ...others } = parts;
      if (part !== 'xl/workbook.xml') expect(await told(zipSync(others)), part).toEqual(line);
    }
    for (const cut of [0.1, 0.5, 0.99])
      expect(await told(template.slice(0, template.length * cut))).toEqual([WORKBOOK]);
  });

  it('is the record that it was, or refused, whatever byte of it has changed', async () => {
    const { record } = await read(template);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: template.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const bytes = template.slice();
          bytes[at] = (bytes[at] ?? 0) ^ change;
          const found = await read(bytes);
          if (found.record === null) expect(found.errors.length).toBeGreaterThan(0);
          else expect(found.record).toEqual(record);
        },
      ),
      { numRuns: 25 },
    );
  });
});
