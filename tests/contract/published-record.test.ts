import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { createApi } from '#src/api/client.ts';
import { fetchWholeRecord } from '#src/api/whole-record.ts';
import { toDataPackage } from '#src/lib/data-package/data-package.ts';
import { zipFiles } from '#src/lib/data-package/zip-files.ts';
import { forPage } from '#engine/input/check-record.ts';
import { readFiles } from '#engine/input/read-files.ts';
import { formatFault } from '#engine/reading/fault-words.ts';
import { FILE_LIST, fetchRecord } from '#engine/files/fetch-record.ts';
import { recordToPublish } from '#engine/files/record-to-publish.ts';
import type { RecordData } from '#engine/record/record.ts';
import { createHandler } from '#engine/requests/answer-requests.ts';
import { readExample } from '#mocks/write-template.ts';

const SITE = 'https://site.test/record/';
const BASE = 'https://site.test/api/v1';

const wholeOf = (record: RecordData) => {
  const handler = createHandler(record, { baseUrl: BASE });
  return fetchWholeRecord(createApi(BASE, (request) => handler(request)));
};

/** A static host of these files. */
function serve(files: ReadonlyMap<string, string | Uint8Array>, hasList = true) {
  const all = new Map<string, string | Uint8Array>(files);
  if (hasList) all.set(FILE_LIST, JSON.stringify([...files.keys()]));
  vi.stubGlobal('fetch', (address: URL) => {
    const file = all.get(address.href.replace(SITE, ''));
    return Promise.resolve(
      file === undefined
        ? new Response(null, { status: 404 })
        : new Response(typeof file === 'string' ? file : Uint8Array.from(file)),
    );
  });
}

async function fetchExample() {
  const { files } = await recordToPublish('public/template.xlsx', '2026-11-28');
  serve(files!);
  const { record } = await fetchRecord(new URL(SITE));
  return { record: record! };
}

afterEach(() => vi.unstubAllGlobals());

describe('a record that is published', () => {
  it.each(['public/template.xlsx', 'docs/example-backend/record'])(
    'from %s is read from its site as it was',
    async (from) => {
      const { files, errors, counts } = await recordToPublish(from, '2026-11-28');
      expect(errors).toEqual([]);
      serve(files!);
      const { record, errors: onSite } = await fetchRecord(new URL(SITE));
      expect(onSite.map(formatFault)).toEqual([]);
      const whole = await wholeOf(record!);
      const { dataVersion, dataDate } = whole.mechanism;
      const { mechanism, ...rest } = await readExample();
      expect(counts.entries).toBe(rest.entries.length);
      expect(whole).toEqual({
        ...rest,
        mechanism: { ...mechanism, dataVersion, dataDate },
      });
    },
  );

  it('is said to be missing of the folder that was named, whatever else is in it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'communique-publish-'));
    const told = async () => (await recordToPublish(folder, '2026-11-28')).errors.map(formatFault);
    const line = new RegExp(`^${folder}.*: no record: `);
    expect(await told()).toEqual([expect.stringMatching(line)]);
    await writeFile(path.join(folder, 'notes.txt'), 'Not yet.');
    expect(await told()).toEqual([expect.stringMatching(line)]);
    await rm(folder, { recursive: true });
  });

  it('is refused on its site where files of an edition lie beside those of a record', async () => {
    const { files } = await recordToPublish('public/template.xlsx', '2026-11-28');
    serve(new Map([...files!, ['copies.json', '[]']]));
    const { record, errors } = await fetchRecord(new URL(SITE));
    expect(record).toBeNull();
    expect(errors.map(formatFault)).toEqual([expect.stringContaining('copies.json $: no file')]);
  });

  it.each([
    ['a data package in a folder', 'record/'],
    ['a data package in a zip', 'record/talks.zip'],
    ['a workbook', 'record/talks.xlsx'],
    ['a workbook that a service gives out', 'record/pub?output=xlsx'],
  ])('is also read from %s, as it was', async (_what, at) => {
    const whole = await readExample();
    const files = toDataPackage(whole, { address: SITE, isShippedData: false });
    serve(
      new Map<string, string | Uint8Array>([
        ...files,
        ['talks.zip', zipFiles(files)],
        ['talks.xlsx', await readFile('public/template.xlsx')],
        ['pub?output=xlsx', await readFile('public/template.xlsx')],
      ]),
      false,
    );
    const { record, errors } = await fetchRecord(new URL(at, 'https://site.test/'));
    expect(errors.map(formatFault)).toEqual([]);
    const read = await wholeOf(record!);
    const { dataVersion, dataDate } = read.mechanism;
    expect(read).toEqual({ ...whole, mechanism: { ...whole.mechanism, dataVersion, dataDate } });
  });

  it('is none where there is none, or too much for a page', async () => {
    serve(new Map());
    const { errors } = await fetchRecord(new URL(`${SITE}talks.zip`));
    expect(errors.map(formatFault)).toEqual(['talks.zip $: there is no such file']);
    const { record } = await fetchExample();
    const [entry] = record.entries;
    const many = { ...record, entries: Array.from({ length: 100_001 }, () => entry!) };
    expect(forPage({ record: many, errors: [], warnings: [] }).errors.map(formatFault)).toEqual([
      expect.stringContaining('100001 entries; a page answers from at most 100000 by itself'),
    ]);
    const letters = Array.from({ length: 1001 }, (_, index) => ({
      path: `letters/${index}.json`,
      read: () => Promise.reject(new Error('never read')),
    }));
    const { input } = await readFiles(letters, '2026-11-28');
    expect(input.errors.map(formatFault)).toEqual([
      expect.stringContaining('more than 1000 files'),
    ]);
  });

  it('is none where it has faults', async () => {
    const { files, errors } = await recordToPublish('package.json', '2026-11-28');
    expect(files).toBeNull();
    expect(errors.map(formatFault)).toEqual([expect.stringContaining('no record')]);
  });
});
