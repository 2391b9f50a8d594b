import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { createHandler } from '#mocks/mock-handler.ts';
import { createMswHandlers } from '#mocks/msw-handlers.ts';
import { readRecord } from '#mocks/read-record.ts';
import { findRoute, ROUTES } from '#engine/requests/contract-routes.ts';

const CONTRACT = join(import.meta.dirname, '../../public/openapi.yaml');
const BASE = 'http://mock.test/api/v1';

describe('the mock’s paths', () => {
  it('are the contract’s, no more and no fewer', async () => {
    const { paths } = parse(await readFile(CONTRACT, 'utf8')) as { paths: Record<string, unknown> };
    expect(ROUTES.map(({ path }) => path).toSorted()).toEqual(Object.keys(paths).toSorted());
  });

  it('each have an MSW handler, and all other addresses a 404', async () => {
    const handler = createHandler(await readRecord(), { baseUrl: BASE });
    const paths = createMswHandlers(handler, BASE).map(({ info }) => String(info.path));
    const expected = ROUTES.map(({ path }) => `${BASE}${path.replace(/\{(\w+)\}/, ':$1')}`);
    expect(paths).toEqual([...expected, `${BASE}/*`]);
  });

  it('never take a named thing for a path of its own', () => {
    expect(findRoute('/fields/summary')?.route.path).toBe('/fields/summary');
    expect(findRoute('/meetings/28')).toMatchObject({
      id: '28',
      route: { path: '/meetings/{ordinal}' },
    });
    expect(findRoute('/meetings/28/entries')).toBeNull();
    expect(findRoute('/meetings/')).toBeNull();
    expect(findRoute('/fields/energy')).toBeNull();
  });
});
