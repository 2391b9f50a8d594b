import { afterEach, describe, expect, it, vi } from 'vitest';

import { createApi } from '#src/api/client.ts';
import { fetchWholeRecord } from '#src/api/whole-record.ts';
import { formatFault } from '#engine/reading/fault-words.ts';
import { fetchEdition, FILE_LIST } from '#engine/files/fetch-edition.ts';
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
function serve(files: ReadonlyMap<string, string | Uint8Array>) {
  const all = new Map<string, string | Uint8Array>([
    ...files,
    [FILE_LIST, JSON.stringify([...files.keys()])],
  ]);
  vi.stubGlobal('fetch', (address: URL) => {
    const file = all.get(address.href.replace(SITE, ''));
    return Promise.resolve(
      file === undefined
        ? new Response(null, { status: 404 })
        : new Response(typeof file === 'string' ? file : Uint8Array.from(file)),
    );
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('a record that is published', () => {
  it.each(['public/template.xlsx', 'docs/example-backend/record'])(
    'from %s is read from its site as it was',
    async (from) => {
      const { files, errors, counts } = await recordToPublish(from, '2026-11-28');
      expect(errors).toEqual([]);
      serve(files!);
      const { record, errors: onSite } = await fetchEdition(new URL(SITE));
      expect(onSite.map(formatFault)).toEqual([]);
      const whole = await wholeOf(record!);
      const { mechanism, ...rest } = await readExample();
      expect(counts.entries).toBe(rest.entries.length);
      expect(whole).toEqual({
        ...rest,
        mechanism: { ...mechanism, dataDate: whole.mechanism.dataDate },
      });
    },
  );

  it('is refused on its site where files of an edition lie beside those of a record', async () => {
    const { files } = await recordToPublish('public/template.xlsx', '2026-11-28');
    serve(new Map([...files!, ['copies.json', '[]']]));
    const { record, errors } = await fetchEdition(new URL(SITE));
    expect(record).toBeNull();
    expect(errors.map(formatFault)).toEqual([expect.stringContaining('copies.json $: no file')]);
  });

  it('is none where it has faults', async () => {
    const { files, errors } = await recordToPublish('package.json', '2026-11-28');
    expect(files).toBeNull();
    expect(errors.map(formatFault)).toEqual([expect.stringContaining('no record')]);
  });
});
