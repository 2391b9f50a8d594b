import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createApi } from '#src/api/client.ts';
import { fetchWholeRecord } from '#src/api/whole-record.ts';
import { toDataPackage } from '#src/lib/data-package/data-package.ts';
import { zipFiles } from '#src/lib/data-package/zip-files.ts';
import { formatFault } from '#engine/reading/fault-words.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import { recordToPublish } from '#engine/files/record-to-publish.ts';
import { readInput } from '#server/input/read-input.ts';
import { exampleSheets, workbook } from '#tests/fixtures/hand-written-workbook.ts';
import { OTHER_MECHANISM } from '#tests/fixtures/other-mechanism.ts';

const BASE = 'http://backend.test/api/v1';
const DOCUMENTS = ['/mechanism', '/fields', '/people', '/commissions', '/exchange-years'];
const LISTS = ['/meetings', '/entries', '/sources', '/calendar', '/fields/summary?by=meeting'];

const sourced = await readRecord();

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'communique-package-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The package that the app downloads from a backend with this record. */
async function downloadPackage(record: RecordData): Promise<Map<string, string>> {
  const handler = createHandler(record, { baseUrl: BASE });
  const whole = await fetchWholeRecord(createApi(BASE, (request) => handler(request)));
  return toDataPackage(whole, { address: 'https://example.org/', isShippedData: false });
}

async function writeFolder(name: string, files: ReadonlyMap<string, string>): Promise<string> {
  const root = path.join(folder, name);
  await mkdir(path.join(root, 'data'), { recursive: true });
  for (const [file, text] of files) await writeFile(path.join(root, file), text);
  return root;
}

/** In the order of the contract, which is the only one that a backend tells. */
const inOrder = (record: RecordData): RecordData => ({
  ...record,
  entries: record.entries.toSorted(
    (a, b) => a.meeting - b.meeting || (a.id < b.id ? -1 : Number(a.id > b.id)),
  ),
});

async function answersOf(record: RecordData, paths: readonly string[]) {
  const handler = createHandler(record, { baseUrl: BASE });
  const answers = paths.map(async (at) => {
    const response = await handler(new Request(`${BASE}${at}`));
    return [at, await response.json()] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
}

describe('a data package', () => {
  it.each([
    ['of the record, as a zip', sourced, 'zip'],
    ['of another mechanism, as a folder', OTHER_MECHANISM, 'folder'],
  ])('%s gives the backend the same answers back', async (name, record, form) => {
    const files = await downloadPackage(record);
    const zip = path.join(folder, `${name}.zip`);
    if (form === 'zip') await writeFile(zip, zipFiles(files));
    const read = await readInput(form === 'zip' ? zip : await writeFolder(name, files));
    expect(read.errors).toEqual([]);
    const paths = [
      ...DOCUMENTS,
      ...LISTS,
      ...record.meetings.map(({ ordinal }) => `/meetings/${ordinal}`),
      ...record.exchangeYears.map(({ id }) => `/exchange-years/${id}`),
      ...record.sources.map(({ id }) => `/sources/${id}`),
    ];
    expect(await answersOf(read.record!, paths)).toEqual(await answersOf(inOrder(record), paths));
  });

  it.each(['no ending', 'a.json', 'a.xlsx', 'a.ods'])(
    'is read as what it is, and so is a workbook, under whatever name: %s',
    async (name) => {
      const file = path.join(folder, name);
      const zip = zipFiles(await downloadPackage(OTHER_MECHANISM));
      for (const [bytes, count] of [
        [zip, OTHER_MECHANISM.entries.length],
        [workbook(exampleSheets()), 7],
      ] as const) {
        await writeFile(file, bytes);
        const { record, errors } = await readInput(file);
        expect(errors.map(formatFault)).toEqual([]);
        expect(record?.entries).toHaveLength(count);
        const published = await recordToPublish(file, '2026-01-01');
        expect(published.errors.map(formatFault)).toEqual([]);
        expect(published.record?.entries).toHaveLength(count);
      }
      await rm(file);
    },
  );

  it('is told of a file of another program what it is, and what to do with it', async () => {
    const file = path.join(folder, 'old.xls');
    await writeFile(file, '<html>');
    const { errors } = await readInput(file);
    expect(errors.map(formatFault)).toEqual([
      expect.stringContaining('a workbook of the old kind (.xls)'),
    ]);
  });

  it('is refused as a whole, with every error under the path of its table', async () => {
    const files = await downloadPackage(sourced);
    const meetings = files.get('data/meetings.csv') ?? '';
    files.set('data/meetings.csv', meetings.replace('in-person', 'in-dreams'));
    const entries = files.get('data/entries.csv') ?? '';
    files.set('data/entries.csv', entries.replace(/,(agreement|announcement),/, ',rumour,'));
    const { record, errors } = await readInput(await writeFolder('bad', files));
    expect(record).toBeNull();
    expect(errors.map(({ file, path: at }) => `${file} ${at}`)).toEqual([
      expect.stringMatching(/^data\/meetings\.csv \$\[\d+\]\.format$/) as string,
      expect.stringMatching(/^data\/entries\.csv \$\[\d+\]\.kind$/) as string,
    ]);
  });

  it('is told every fault once, and none that only follows from another', async () => {
    const files = await downloadPackage(OTHER_MECHANISM);
    const change = (table: string, from: string | RegExp, to: string) => {
      const name = `data/${table}.csv`;
      const before = files.get(name) ?? '';
      files.set(name, before.replace(from, to));
      expect(files.get(name), table).not.toBe(before);
    };
    // Nobody can be missed in a table without its column, nor fields of entries without theirs.
    change('people', 'party', 'side');
    change('entry-fields', 'field', 'subject');
    // What refers to an id that cannot be right is right once that is mended; its details are no orphans.
    change('exchange-years', /\r\n[a-z0-9-]+,/, '\r\nNot An Id,');
    // A line that has lost a cell has lost its sense.
    change('sources', /\r\n[^,]+,/, '\r\n');
    change('entries', /,(agreement|announcement),/, ',rumour,');
    const { errors } = await readInput(await writeFolder('many', files));
    expect(errors.map((fault) => `${fault.file} ${fault.code}`)).toEqual([
      'data/people.csv renamed',
      'data/sources.csv csv-cells',
      'data/entries.csv not-listed',
      'data/entry-fields.csv renamed',
      'data/exchange-years.csv identifier',
    ]);
    await rm(path.join(folder, 'many'), { recursive: true });
  });

  it.each([
    [
      'a table that it names',
      (files: Map<string, string>) => files.delete('data/entries.csv'),
      /data\/entries\.csv/,
    ],
    [
      'the end of a quotation',
      (files: Map<string, string>) => files.set('data/people.csv', 'id,party\r\n"a,b'),
      /does not end/,
    ],
    [
      'a path within the package',
      (files: Map<string, string>) =>
        files.set(
          'datapackage.json',
          (files.get('datapackage.json') ?? '').replace('data/people.csv', '../people.csv'),
        ),
      /leads out/,
    ],
    [
      'its description',
      (files: Map<string, string>) => files.set('datapackage.json', '{'),
      /datapackage\.json/,
    ],
  ])('is refused without %s', async (_what, spoil, reason) => {
    const files = await downloadPackage(OTHER_MECHANISM);
    spoil(files);
    const { record, errors } = await readInput(await writeFolder('spoilt', files));
    expect(record).toBeNull();
    expect(errors.map(formatFault).join()).toMatch(reason);
    await rm(path.join(folder, 'spoilt'), { recursive: true });
  });

  it('is a zip that can be read', async () => {
    const file = path.join(folder, 'broken.zip');
    await writeFile(file, 'PK and nothing more');
    expect((await readInput(file)).errors).toHaveLength(1);
  });
});
