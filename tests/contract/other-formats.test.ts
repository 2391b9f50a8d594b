/** Files of other programs, or of none: told what they are and what to do with them, in no library’s words. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { readFiles } from '#engine/input/read-files.ts';
import { formatFault } from '#engine/reading/fault-words.ts';
import { exampleSheets, workbook } from '#tests/fixtures/hand-written-workbook.ts';

async function told(bytes: Uint8Array, name = 'record.xlsx') {
  const chosen = [{ path: name, read: () => Promise.resolve(bytes) }];
  return (await readFiles(chosen, '2026-01-01')).input.errors.map(formatFault);
}

/** A file as old programs have it, with the name of one of its parts. */
const compound = (part: string) =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Buffer.from(part, 'utf16le'),
  ]);
const openDocument = zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') });
const OLD =
  'a workbook of the old kind (.xls): open it in a spreadsheet program and save it as .xlsx';
const LOCKED =
  'a password protects this workbook: open it, take the password away, and save it as .xlsx';
const OPEN_DOCUMENT = 'a spreadsheet of the OpenDocument format (.ods): save it as .xlsx';

describe('a file that is no workbook of a record', () => {
  it('is told of the file as such in plain words', async () => {
    const document = zipSync({ 'word/document.xml': strToU8('<x/>') });
    const sheets = exampleSheets();
    // A text by its number in a list that is not there.
    sheets.get('entries')?.rows[1]?.splice(4, 1, { about: 't="s"', content: '<v>9</v>' });
    expect(await told(new Uint8Array())).toEqual(['record.xlsx $: the file is empty']);
    expect(await told(document)).toEqual([
      'record.xlsx $: no workbook, whatever its name says: open it in a spreadsheet program and save it as .xlsx',
    ]);
    expect(await told(workbook(sheets))).toEqual([
      expect.stringContaining('open it in a spreadsheet program and save it again as .xlsx'),
    ]);
  });

  it.each<[string, Uint8Array, string, string]>([
    ['an old workbook', compound('Workbook'), 'record.xls', OLD],
    ['an old workbook of a newer name', compound('Workbook'), 'record.xlsx', OLD],
    ['a page of a table that is called a workbook', strToU8('<html>'), 'record.xls', OLD],
    ['a workbook with a password', compound('EncryptedPackage'), 'record.xlsx', LOCKED],
    ['an old one with a password', compound('EncryptedPackage'), 'record.xls', LOCKED],
    [
      'a workbook with macros',
      workbook(exampleSheets()),
      'record.xlsm',
      'a workbook with macros (.xlsm), which nobody runs here: save it as .xlsx, without them',
    ],
    [
      'a binary workbook',
      zipSync({ 'xl/workbook.bin': strToU8('x') }),
      'record.xlsx',
      'a binary workbook (.xlsb): save it as .xlsx',
    ],
    ['an OpenDocument', openDocument, 'record.ods', OPEN_DOCUMENT],
    ['an OpenDocument of another name', openDocument, 'record.xlsx', OPEN_DOCUMENT],
    [
      'a Numbers document',
      zipSync({ 'Index/Document.iwa': strToU8('x') }),
      'record.numbers',
      'a Numbers document: export it to Excel, and take the .xlsx',
    ],
    [
      'a table by itself',
      strToU8('id,name_en'),
      'places.csv',
      'one table by itself, but a record is several: put it into its sheet of the template workbook, or choose the folder or the zip of the whole data package',
    ],
  ])('says what it is, and what to do with it: %s', async (_, bytes, name, words) => {
    expect(await told(bytes, name)).toEqual([`${name} $: ${words}`]);
  });
});

describe('a workbook', () => {
  const files = (...named: readonly [path: string, content: Uint8Array][]) =>
    named.map(([path, content]) => ({ path, read: () => Promise.resolve(content) }));
  const book = workbook(exampleSheets());
  const read = async (...named: readonly [path: string, content: Uint8Array][]) =>
    (await readFiles(files(...named), '2026-01-01')).input;

  it.each<[string, ...[string, Uint8Array][]]>([
    ['under the name of an old one', ['record.xls', book]],
    ['under the name of a zip', ['record.zip', book]],
    ['in a zip', ['record.zip', zipSync({ 'talks/record.xlsx': book, '.DS_Store': strToU8('x') })]],
    [
      'that is open in another program',
      ['talks/record.xlsx', book],
      ['talks/~$record.xlsx', strToU8('me')],
    ],
    ['in a folder', ['talks/record.xlsx', book], ['talks/.DS_Store', strToU8('x')]],
  ])('is read as what it is: %s', async (_, ...named) => {
    const { record, errors } = await read(...named);
    expect(errors.map(formatFault)).toEqual([]);
    expect(record?.entries).toHaveLength(7);
  });

  it('is none of several, of which the reader has to choose one', async () => {
    const { errors } = await read(['a.xlsx', book], ['b.xlsx', book]);
    expect(errors.map(formatFault)).toEqual([
      'a.xlsx $: more than one workbook: choose the one that the record is in',
    ]);
  });

  it('is warned of a sheet that it need not have, and has not', async () => {
    const sheets = exampleSheets();
    sheets.delete('evidence');
    const { warnings } = await read(['a.xlsx', workbook(sheets)]);
    expect(warnings.map(formatFault)).toContain(
      'evidence: this sheet is not there, and whatever stood in it is not read: leave it empty if there is nothing of it',
    );
  });
});
