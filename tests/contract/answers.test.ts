import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { toQuery } from '#src/api/client.ts';
import { SummaryDimension } from '#src/api/schemas/entries.ts';
import { SCHEMAS } from '#conformance/schema-contract.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import { ROUTES } from '#engine/requests/contract-routes.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { arbitraryFilters } from './arbitrary-filters.ts';
import { arbitraryRecord } from './arbitrary-record.ts';

const BASE = 'http://mock.test/some/path/api/v1';
const sourced = await readRecord();

/** Every thing that has an address of its own, and the lists. */
function toAddresses(record: RecordData): [route: string, path: string][] {
  return [
    ...ROUTES.filter(({ path }) => !path.includes('{') && path in SCHEMAS).map(
      ({ path }): [string, string] => [path, path === '/search' ? '/search?q=a' : path],
    ),
    ...record.meetings.map(({ ordinal }): [string, string] => [
      '/meetings/{ordinal}',
      `/meetings/${ordinal}`,
    ]),
    ...record.exchangeYears.map(({ id }): [string, string] => [
      '/exchange-years/{id}',
      `/exchange-years/${id}`,
    ]),
    ...record.sources.map(({ id }): [string, string] => ['/sources/{id}', `/sources/${id}`]),
    ...SummaryDimension.options.map((by): [string, string] => [
      '/fields/summary',
      `/fields/summary?by=${by}`,
    ]),
    ['/fields/summary', '/fields/summary?by=meeting&split=kind'],
    ['/fields/summary', '/fields/summary?by=kind&split=party'],
  ];
}

/** Exactly the contract's shape: nothing missing, nothing of a wrong type, and nothing that the contract lacks. */
async function expectShape(record: RecordData, route: string, path: string) {
  const handler = createHandler(record, { baseUrl: BASE });
  const response = await handler(new Request(`${BASE}${path}`));
  expect({ path, status: response.status }).toEqual({ path, status: 200 });
  expect(response.headers.get('content-type')).toBe('application/json');
  const body: unknown = await response.json();
  const parsed = v.safeParse(SCHEMAS[route]!, body);
  expect(
    parsed.issues?.map((issue) => `${path} ${v.getDotPath(issue)}: ${issue.message}`),
  ).toBeUndefined();
  expect(parsed.output).toEqual(body);
}

describe('every answer has the contract’s shape', () => {
  it('has a shape for every path that answers data', () => {
    const paths = ROUTES.filter(({ contentType }) => contentType === 'application/json');
    expect(Object.keys(SCHEMAS).toSorted()).toEqual(paths.map(({ path }) => path).toSorted());
  });

  it.each([
    ['the record', sourced],
    ['a synthetic record', toSyntheticRecord(sourced, 300)],
  ])('with %s', async (_, record) => {
    for (const [route, path] of toAddresses(record)) await expectShape(record, route, path);
  });

  it('with records that never were, empty ones among them', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (record) => {
        for (const [route, path] of toAddresses(record)) await expectShape(record, route, path);
      }),
      { numRuns: 30 },
    );
  });

  it('under any filters', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFilters(sourced), async (filters) => {
        await expectShape(sourced, '/entries', `/entries${toQuery(filters)}`);
        await expectShape(sourced, '/fields/summary', `/fields/summary${toQuery(filters)}`);
      }),
      { numRuns: 40 },
    );
  });
});
