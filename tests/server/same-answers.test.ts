import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { EntrySort, MeetingSort, SourceSort } from '#src/api/params.ts';
import type { Handler as Mock } from '#engine/requests/answer-requests.ts';
import { createHandler as createMock } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import { ROUTES } from '#engine/requests/contract-routes.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { ANSWERS } from '#server/answers/sql-routes.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import type { Engine } from '#server/database/database-engine.ts';
import { createHandler, type Handler } from '#server/http/backend-handler.ts';
import { arbitraryRecord } from '#tests/contract/arbitrary-record.ts';
import { arbitraryRequests } from './arbitrary-requests.ts';
import { ENGINES, missingPostgres } from './engines.ts';
import { cursorOf, withoutCursor } from './cursor-in-answer.ts';

const BASE = 'http://backend.test/api/v1';
const sourced = await readRecord();

let engine: Engine;
let backend: Handler;

async function askBoth(mock: Mock, path: string, cursors: { mock: string; own: string } | null) {
  const toRequest = (cursor: string | undefined) =>
    new Request(
      `${BASE}${path}${cursor === undefined ? '' : `${path.includes('?') ? '&' : '?'}cursor=${cursor}`}`,
    );
  const expected = await mock(toRequest(cursors?.mock));
  const { response, error } = await backend(toRequest(cursors?.own));
  expect(error).toBeUndefined();
  const [theirs, ours] = [await expected.text(), await response.text()];
  const type = response.headers.get('content-type');
  expect({ path, status: response.status, type }).toEqual({
    path,
    status: expected.status,
    type: expected.headers.get('content-type'),
  });
  expect(withoutCursor(ours), path).toBe(withoutCursor(theirs));
  const [mockNext, ownNext] = [cursorOf(theirs), cursorOf(ours)];
  return mockNext !== undefined && ownNext !== undefined ? { mock: mockNext, own: ownNext } : null;
}

/** Asks, and walks on through at most a few pages. */
async function expectSame(mock: Mock, path: string, pages = 3) {
  let next = await askBoth(mock, path, null);
  for (let page = 0; page < pages && next !== null; page += 1)
    next = await askBoth(mock, path, next);
}

async function load(record: RecordData): Promise<Mock> {
  await loadEdition(engine, record);
  return createMock(record, { baseUrl: BASE });
}

it('has the mock’s paths', () => {
  expect(new Set(ANSWERS.keys())).toEqual(new Set(ROUTES.map(({ path }) => path)));
});

describe.each(ENGINES)('the backend on %s answers what the mock answers', (engineName, open) => {
  const missing = engineName === 'postgresql' ? missingPostgres() : null;
  beforeEach(({ skip }) => {
    if (missing !== null) skip(missing);
  });
  beforeAll(async () => {
    if (missing !== null) return;
    engine = await open();
    backend = createHandler({ engine, secret: 'of this test' });
  });
  afterAll(() => (missing === null ? engine.close() : undefined));

  it.each([
    ['the record', sourced],
    ['a synthetic record', toSyntheticRecord(sourced, 700)],
    ['an empty record', { ...sourced, meetings: [], entries: [] }],
  ])('to hundreds of requests to %s', async (name, record) => {
    const mechanism = { ...record.mechanism, dataVersion: name };
    const mock = await load({ ...record, mechanism });
    await fc.assert(
      fc.asyncProperty(arbitraryRequests(record), (path) => expectSame(mock, path)),
      { numRuns: 150 },
    );
  });

  it('to walks to the end of every list in every order', async () => {
    const record = toSyntheticRecord(sourced, 701);
    const mock = await load(record);
    for (const sort of EntrySort.options)
      await expectSame(mock, `/entries?sort=${sort}&limit=97`, Infinity);
    for (const sort of SourceSort.options) {
      await expectSame(mock, `/sources?sort=${sort}&limit=41`, Infinity);
      await expectSame(mock, `/sources?sort=${sort}&limit=29&to=2012-06`, Infinity);
      await expectSame(
        mock,
        `/sources?sort=${sort}&limit=41&reportedBy=china&copies=only`,
        Infinity,
      );
    }
    for (const sort of MeetingSort.options)
      await expectSame(mock, `/meetings?sort=${sort}&limit=7`, Infinity);
  });

  it('to what is asked by the other names on record', async () => {
    const mock = await load(sourced);
    const { otherNames = [] } = sourced.mechanism;
    expect(otherNames).not.toEqual([]);
    for (const { other } of otherNames)
      for (const path of ['search', 'entries', 'calendar'])
        await expectSame(mock, `/${path}?q=${encodeURIComponent(other)}`);
  });

  it('to requests to records that never were', async () => {
    let version = 0;
    await fc.assert(
      fc.asyncProperty(
        arbitraryRecord.chain((record) =>
          fc.tuple(fc.constant(record), fc.array(arbitraryRequests(record), { minLength: 12 })),
        ),
        async ([record, paths]) => {
          const mechanism = { ...record.mechanism, dataVersion: `random-${(version += 1)}` };
          const mock = await load({ ...record, mechanism });
          for (const path of paths) await expectSame(mock, path);
        },
      ),
      { numRuns: 12 },
    );
  });
});
