/** The version of a record that was changed after it was downloaded, in each form that it can be opened in. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createApi } from '#src/api/client.ts';
import { fetchWholeRecord, type WholeRecord } from '#src/api/whole-record.ts';
import { toDataPackage } from '#src/lib/data-package/data-package.ts';
import { recordSheets } from '#src/lib/workbook/record-sheets.ts';
import { writeSheets } from '#src/lib/workbook/write-sheets.ts';
import { readFiles } from '#engine/input/read-files.ts';
import { NO_VERSION, toDataVersion } from '#engine/record/data-version.ts';
import { RECORD_FILES, type RecordData } from '#engine/record/record.ts';
import { createHandler } from '#engine/requests/answer-requests.ts';
import { readRecord } from '#mocks/read-record.ts';
import { arbitraryRecord } from './arbitrary-record.ts';

const BASE = 'http://backend.test/api/v1';
const TODAY = '2031-07-09';

const wholeOf = (record: RecordData): Promise<WholeRecord> => {
  const handler = createHandler(record, { baseUrl: BASE });
  return fetchWholeRecord(createApi(BASE, (request) => handler(request)));
};

type Files = Iterable<[name: string, content: string | Uint8Array]>;

const readBack = async (files: Files) =>
  (
    await readFiles(
      Array.from(files, ([path, content]) => ({
        path,
        read: () =>
          Promise.resolve(
            typeof content === 'string' ? new TextEncoder().encode(content) : content,
          ),
      })),
      TODAY,
    )
  ).input;

const FORMS: Record<string, (record: RecordData) => Promise<Files>> = {
  'a workbook': async (record) => {
    const book = await writeSheets(recordSheets(await wholeOf(record), []));
    return [['record.xlsx', new Uint8Array(await book.arrayBuffer())]];
  },
  'a data package': async (record) =>
    toDataPackage(await wholeOf(record), {
      address: 'https://example.org/',
      isShippedData: false,
    }),
  'the ten files': (record) =>
    Promise.resolve(
      Object.entries(RECORD_FILES).map(([part, file]) => [
        file,
        JSON.stringify(record[part as keyof RecordData]),
      ]),
    ),
};

const underVersion = (record: RecordData, dataVersion: string): RecordData => ({
  ...record,
  mechanism: { ...record.mechanism, dataVersion },
});

describe.each(Object.entries(FORMS))('a record in %s', (_, write) => {
  it('keeps its version and its day', async () => {
    const record = await readRecord();
    const { record: read } = await readBack(await write(record));
    expect(read?.mechanism.dataVersion).toBe(record.mechanism.dataVersion);
    expect(read?.mechanism.dataDate).toBe(record.mechanism.dataDate);
  });

  it('has a version of its own once something in it was changed', async () => {
    const record = await readRecord();
    const [first, ...others] = record.sources;
    const changed = { ...record, sources: [{ ...first!, title: 'Never met at all' }, ...others] };
    const { record: read } = await readBack(await write(changed));
    expect(read?.mechanism.dataVersion).toMatch(/^[0-9a-f]{12}$/);
    expect(read?.mechanism.dataVersion).not.toBe(record.mechanism.dataVersion);
    expect(read?.mechanism.dataDate).toBe(TODAY);
    // From now on it has this one.
    const again = await readBack(await write(read!));
    expect(again.record?.mechanism).toEqual(read?.mechanism);
  });

  it('keeps a version that people gave it', async () => {
    const { record: read } = await readBack(await write(underVersion(await readRecord(), 'May')));
    expect(read?.mechanism.dataVersion).toBe('May');
  });

  it('keeps the version that it has when it was read from there, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (any) => {
        const { record: first } = await readBack(await write(underVersion(any, NO_VERSION)));
        const { record: second } = await readBack(await write(first!));
        expect(second?.mechanism).toEqual(first?.mechanism);
      }),
      { numRuns: 30 },
    );
  });
});

it('is the same whatever the order of what is listed by an order of its own', async () => {
  const { mechanism, ...rest } = await readRecord();
  const { dataVersion, dataDate: _day, ...named } = mechanism;
  const turned = {
    ...rest,
    mechanism: named,
    places: rest.places.toReversed(),
    offices: rest.offices.toReversed(),
    sources: rest.sources.toReversed(),
    meetings: rest.meetings.toReversed(),
    exchangeYears: rest.exchangeYears.toReversed(),
  };
  expect(await toDataVersion(turned)).toBe(dataVersion);
  // What no answer can tell apart is one content.
  expect(await wholeOf({ ...turned, mechanism })).toEqual(await wholeOf({ ...rest, mechanism }));
  expect(await toDataVersion({ ...turned, people: rest.people.toReversed() })).not.toBe(
    dataVersion,
  );
});
