import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { formatFault } from '#engine/reading/fault-words.ts';
import { readEdition } from '#engine/edition/write-record.ts';
import { createFiles } from '#engine/reading/read-text.ts';
import { readStrictJson } from '#engine/reading/strict-json.ts';
import { createApi } from '#src/api/client.ts';
import { fetchWholeRecord } from '#src/api/whole-record.ts';
import { toDataPackage } from '#src/lib/data-package/data-package.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readInput } from '#server/input/read-input.ts';
import { OTHER_MECHANISM } from '#tests/fixtures/other-mechanism.ts';

const BASE = 'http://backend.test/api/v1';
const RECORD = 'mocks/data';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'communique-hostile-'));
});
afterEach(() => rm(folder, { recursive: true }));

const errorsOf = async (input: string) => (await readInput(input)).errors.map(formatFault);

/** The record's ten files, one of them spoiled. */
async function spoil(file: string, change: (text: string) => string | Uint8Array) {
  await cp(RECORD, folder, { recursive: true });
  const at = path.join(folder, file);
  await writeFile(at, change(await readFile(at, 'utf8')));
}

const package_ = async () => {
  const handler = createHandler(OTHER_MECHANISM, { baseUrl: BASE });
  const whole = await fetchWholeRecord(createApi(BASE, (request) => handler(request)));
  return toDataPackage(whole, { address: 'https://example.org/', isShippedData: false });
};

/** Where the sentence of the first entry begins: its quotation has a text too. */
const SENTENCE = ',"text":"';

const windows1251 = (text: string) =>
  Buffer.from(text.replace(/"text":"[^"]{4}/, '"text":"\u00cf\u00ee\u00e5\u00e7'), 'latin1');

describe('a file of the record', () => {
  it.each<[string, (text: string) => string | Uint8Array, RegExp]>([
    ['of another encoding', windows1251, /entries\.json \$: not UTF-8: the byte \w\w in line 2/],
    [
      'in UTF-16',
      (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      /UTF-16/,
    ],
    [
      'with U+0000',
      (text) => text.replace(SENTENCE, String.raw`,"text":"\u0000`),
      /entries\.json \$\[0\]\.text: the character U\+0000/,
    ],
    [
      'with half a character',
      (text) => text.replace(SENTENCE, String.raw`,"text":"\ud83d`),
      /entries\.json \$\[0\]\.text: half of a character \(U\+D83D/,
    ],
    [
      'with an ordinal that no column holds',
      (text) => text.replace(/"meeting":\d+/, '"meeting":3000000000'),
      /entries\.json \$\[0\]\.meeting/,
    ],
    [
      'with a number as text',
      (text) => text.replace(/"meeting":(\d+)/, '"meeting":"$1"'),
      /entries\.json \$\[0\]\.meeting/,
    ],
    [
      'with a number beyond all numbers',
      (text) => text.replace(/"meeting":\d+/, '"meeting":1e400'),
      /entries\.json \$\[0\]\.meeting: the number 1e400 is too large.*line 2, column/,
    ],
    [
      'with a property twice',
      (text) => text.replace(/"meeting":(\d+)/, '"meeting":$1,"meeting":$1'),
      /entries\.json \$\[0\]\.meeting: the same property a second time/,
    ],
    [
      'with endless depth',
      () => '['.repeat(100_000),
      /entries\.json \$.*more than 32 lists and objects/,
    ],
    [
      'with an endless text',
      (text) => text.replace(SENTENCE, `${SENTENCE}${'a'.repeat(30_000)}`),
      /entries\.json \$\[0\]\.text: a text of \d+ characters; at most 20000/,
    ],
    [
      'with a property that nobody reads',
      (text) => text.replace(SENTENCE, `,"remark":"x"${SENTENCE}`),
      /entries\.json \$\[0\]\.remark/,
    ],
    [
      'that ends too early',
      (text) => text.slice(0, text.indexOf(SENTENCE)),
      /entries\.json .*the file ends/,
    ],
  ])('%s is refused with its place', async (_what, change, place) => {
    await spoil('entries.json', change);
    const { record, errors } = await readInput(folder);
    expect(record).toBeNull();
    expect(errors.map(formatFault).join('\n')).toMatch(place);
  });

  it('may begin with a byte order mark', async () => {
    await spoil('entries.json', (text) => `\uFEFF${text}`);
    expect(await errorsOf(folder)).toEqual([]);
  });

  it('is checked alike where an edition is imported', async () => {
    await writeFile(path.join(folder, 'people.json'), Buffer.from([0x5b, 0xcf, 0x5d]));
    const { errors } = await readEdition(folder);
    expect(errors.map(formatFault)).toContainEqual(
      expect.stringMatching(
        /^people\.json \$: not UTF-8: the byte CF in line 1 \(byte 2/,
      ) as string,
    );
  });

  it('is refused if it leads out of the folder, or was written to meanwhile', async () => {
    await cp(RECORD, folder, { recursive: true });
    await rm(path.join(folder, 'people.json'));
    await symlink('/etc/hostname', path.join(folder, 'people.json'));
    expect((await errorsOf(folder)).join()).toMatch(/people\.json \$: a link that leads out/);
    const files = createFiles(folder);
    await files.read('entries.json');
    await appendFile(path.join(folder, 'entries.json'), ' ');
    expect((await files.changed()).map(({ file }) => file)).toEqual(['entries.json']);
  });

  it('says numbers that cannot be held exactly, and no others', () => {
    const bad = ['-0', '1e400', '1e-400', '9007199254740993', '0.12345678901234567890'];
    for (const text of bad) expect(readStrictJson(text).faults, text).toHaveLength(1);
    for (const text of ['0', '1.50', '-12e3', '0.1', '9007199254740991', '5e-324'])
      expect(readStrictJson(text), text).toEqual({ value: Number(text), faults: [] });
    for (const text of ['01', '+1', '.5', 'NaN', '[1,]', '{"a":1,}', '"\t"', '1 2', ''])
      expect(readStrictJson(text).faults, text).not.toEqual([]);
  });
});

describe('a data package', () => {
  const writeZip = async (files: Record<string, Uint8Array>) => {
    const at = path.join(folder, 'package.zip');
    await writeFile(at, zipSync(files));
    return at;
  };
  const packed = async () =>
    Object.fromEntries([...(await package_())].map(([name, text]) => [name, strToU8(text)]));

  it.each<[string, string, (csv: string) => string, RegExp]>([
    [
      'a cell too many',
      'people',
      (csv) => csv.trimEnd() + ',x\r\n',
      /cells; the heading has.*line/,
    ],
    [
      'an unknown column',
      'people',
      (csv) => csv.replaceAll('\r\n', ',remark\r\n'),
      /reads a column "remark"/,
    ],
    [
      'a column of another name',
      'people',
      (csv) => csv.replace('party', 'side'),
      /"side" is not read here: was "party" meant/,
    ],
    ['tabs', 'people', (csv) => csv.replaceAll(',', '\t'), /"\\t" separates the cells/],
    ['a column twice', 'people', (csv) => csv.replace('party', 'id'), /"id" is there twice/],
    ['a stray quotation mark', 'people', (csv) => csv.replace(/\n(.)/, '\n$1"'), /quotation mark/],
    [
      'rows that detail nothing',
      'entry-fields',
      (csv) => `${csv}nothing,energy\r\n`,
      /entry-fields\.csv \$\[\d+\]\.entry: no entry has the id/,
    ],
    ['nothing', 'people', () => '', /not even a heading/],
  ])('with %s is refused with its line', async (_what, table, change, reason) => {
    const files = await packed();
    const name = `data/${table}.csv`;
    files[name] = strToU8(change(Buffer.from(files[name] ?? []).toString()));
    expect((await errorsOf(await writeZip(files))).join('\n')).toMatch(reason);
  });

  it('that unpacks to much more than it weighs is refused unopened', async () => {
    const bomb = await writeZip({ ...(await packed()), 'data/x.csv': new Uint8Array(50_000_000) });
    expect((await errorsOf(bomb)).join()).toMatch(/data\/x\.csv: it unpacks to 50000000 bytes/);
  });

  it.each([
    ['leads out', '../people.csv'],
    ['is absolute', '/data/people.csv'],
    ['nobody names', 'data/more.csv'],
  ])('with a file whose path %s is refused', async (_what, name) => {
    const zip = await writeZip({ ...(await packed()), [name]: strToU8('id\r\n') });
    expect((await errorsOf(zip)).join()).toContain(name);
  });

  it('with a broken or shortened zip is refused', async () => {
    const zip = await writeZip(await packed());
    const bytes = await readFile(zip);
    await writeFile(zip, bytes.subarray(0, bytes.length - 30));
    expect((await errorsOf(zip)).join()).toMatch(/no zip that can be read/);
    const broken = Buffer.from(bytes);
    for (let at = 200; at < 240; at += 1) broken[at] = (broken[at] ?? 0) ^ 0xff;
    await writeFile(zip, broken);
    expect((await readInput(zip)).record).toBeNull();
  });

  it('knows every table and column that the app writes', async () => {
    expect(await errorsOf(await writeZip(await packed()))).toEqual([]);
  });
});
