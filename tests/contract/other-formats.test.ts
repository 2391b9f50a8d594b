/** Files of other programs, or of none: told what they are and what to do with them, in no library’s words. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { recordToPublish } from '#engine/files/record-to-publish.ts';
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
      zipSync({ ...unzipSync(workbook(exampleSheets())), 'xl/vbaProject.bin': strToU8('x') }),
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
  const files = (...named: readonly [name: string, content: Uint8Array][]) =>
    named.map(([name, content]) => ({ path: name, read: () => Promise.resolve(content) }));
  const book = workbook(exampleSheets());
  const read = async (...named: readonly [name: string, content: Uint8Array][]) =>
    (await readFiles(files(...named), '2026-01-01')).input;

  const document = zipSync({ 'word/document.xml': strToU8('<x/>') });
  const notes = strToU8('What we talked of.');
  const torn = zipSync({ 'notes.txt': strToU8('PK and more. '.repeat(99)), 'record.xlsx': book });
  // Behind the name of the first file.
  torn.fill(0xff, 40, 60);
  const OPENED: [string, ...[string, Uint8Array][]][] = [
    ['without an ending', ['record', book]],
    ['under the name of a table', ['a.csv', book]],
    ['under the name of a table of a data package', ['entries.csv', book]],
    ['under the name of an OpenDocument', ['a.ods', book]],
    ['under the name of one with macros', ['a.xlsm', book]],
    ['beside notes', ['my/record.xlsx', book], ['my/notes.txt', notes]],
    [
      'beside other documents',
      ['my/notes.docx', document],
      ['my/a/record.xlsx', book],
      ['my/places.zip', zipSync({ 'places.json': notes })],
      ['my/list.csv', strToU8('PK,name')],
      ['my/old.xls', compound('Workbook')],
      ['my/plan.ods', openDocument],
    ],
    ['without an ending, beside notes', ['my/record', book], ['my/notes.docx', document]],
    ['in a zip, beside notes that are damaged', ['my.zip', torn]],
    [
      'in a zip, beside notes',
      ['my.zip', zipSync({ 'a/record': book, 'notes.txt': notes, 'nothing.txt': strToU8('') })],
    ],
  ];

  it.each<[string, ...[string, Uint8Array][]]>([
    ...OPENED,
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

  it.each(OPENED)('is published as what it is: %s', async (_, ...named) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'communique-book-'));
    for (const [name, content] of named) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
    const [first, ...others] = named;
    const from = others.length === 0 ? path.join(folder, first?.[0] ?? '') : folder;
    const { record, errors } = await recordToPublish(from, '2026-01-01');
    await rm(folder, { recursive: true });
    expect(errors.map(formatFault)).toEqual([]);
    expect(record?.entries).toHaveLength(7);
  });

  it('is found by the first bytes of the files beside it, which are read no further', async () => {
    const film = {
      path: 'film.mp4',
      read: () => Promise.reject(new Error('This was read whole')),
      start: () => Promise.resolve(strToU8('film')),
    };
    const { input } = await readFiles([film, ...files(['record', book])], '2026-01-01');
    expect(input.errors.map(formatFault)).toEqual([]);
    expect(input.record).not.toBeNull();
  });

  it('is not looked for beside the files of an edition, a record or a data package', async () => {
    for (const [name, words] of [
      ['places.json', /places\.json/],
      ['datapackage.json', /datapackage\.json/],
      ['data/places.csv', /datapackage\.json \$: it is missing/],
    ] as const) {
      const { errors } = await read([name, strToU8('?')], ['record.xlsx', book]);
      expect(errors.map(formatFault).join('\n'), name).toMatch(words);
    }
  });

  it('is none of several, of which the reader has to choose one', async () => {
    const { errors } = await read(['a.xlsx', book], ['b.xlsx', book]);
    expect(errors.map(formatFault)).toEqual([
      'a.xlsx $: more than one workbook: choose the one that the record is in',
    ]);
    const unnamed = await read(['a.xlsx', book], ['notes.txt', notes], ['b', book]);
    expect(unnamed.errors).toEqual(errors);
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
