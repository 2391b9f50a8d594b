import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { BAD_PARAMETERS } from '#conformance/requests-to-try.ts';
import { Problem } from '#src/api/schemas/common.ts';
import type { EntryList } from '#src/api/schemas/entries.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { OPERATIONS } from './contract-document.ts';
import { ROUTES } from '#engine/requests/contract-routes.ts';

const BASE = 'http://mock.test/api/v1';
const record = await readRecord();
const handler = createHandler(record, { baseUrl: BASE });
const ask = (path: string, init?: RequestInit) => handler(new Request(`${BASE}${path}`, init));

async function expectProblem(response: Response, status: number, parameter?: string) {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = v.parse(Problem, await response.json());
  expect(problem.status).toBe(status);
  expect(problem.parameter).toBe(parameter);
}

describe('rule 6: what cannot be answered is a problem document', () => {
  it.each([
    ...BAD_PARAMETERS,
    ['/entries?field=nonsense', 'field'],
    ['/entries?field=energy&field=nonsense', 'field'],
    ['/entries?group=nonsense', 'group'],
    ['/entries?party=peru', 'party'],
    ['/entries?meeting=99', 'meeting'],
    ['/entries?meeting=028', 'meeting'],
    ['/entries?exchangeYear=nonsense', 'exchangeYear'],
    ['/entries?source=nonsense', 'source'],
    ['/entries?colour=red', 'colour'],
    ['/entries?__proto__=1', '__proto__'],
    ['/entries?by=kind', 'by'],
    ['/fields/summary?by=year&split=kind&split=party', 'split'],
    ['/entries?split=kind', 'split'],
    ['/fields/summary?from=2020&to=2019', 'from'],
    ['/fields?lang=en', 'lang'],
    ['/mechanism?x=1', 'x'],
    ['/meetings?person=nobody', 'person'],
    ['/meetings?place=nowhere', 'place'],
    ['/meetings/28?field=energy', 'field'],
    ['/sources?meeting=99', 'meeting'],
    ['/calendar?exchangeYear=nonsense', 'exchangeYear'],
  ])('%s is refused, naming %s', async (path, parameter) => {
    await expectProblem(await ask(path), 400, parameter);
  });

  const parameters = OPERATIONS.flatMap((operation) =>
    operation.parameters
      .filter((one) => one.in === 'query')
      .map(({ name }) => [operation.path, name] as const),
  );
  const wrong = ['', ' ', 'x', '1.5', '0', '-1', '2023-1', '2023-02-30', 'e', 'zh_Hant', 'No Such'];
  wrong.push('é', '\u202E', 'a'.repeat(2000), '99999999999999999999', 'a,b', '[a-z]');

  it.each(parameters)('%s says in plain words what %s has to be', async (path, name) => {
    const asked = [
      '',
      ...wrong.map((value) => new URLSearchParams([[name, value]]).toString()),
      `${name}=x&${name}=y`,
      Array.from({ length: 201 }, () => `${name}=x`).join('&'),
    ];
    const refused: string[] = [];
    for (const query of asked) {
      const answer = await ask(`${path}?${query}`);
      if (answer.status !== 400) continue;
      const { detail = '' } = v.parse(Problem, await answer.json());
      // What came is told as it is.
      const words = detail.replace(
        /(?<=^"\w+" cannot be )".*"…?(?=; it has to be )|^".*"(?= is not on record$)/u,
        '',
      );
      expect(words, query).not.toMatch(
        /Invalid|Expected|received|NaN|undefined|null|\^|\$|\\|\[|\(\?|\|/,
      );
      expect(detail.length, query).toBeLessThan(500);
      refused.push(detail);
    }
    expect(refused).not.toEqual([]);
  });

  it.each([
    ['/entries?limit=1.5', '"limit" cannot be "1.5"; it has to be a whole number from 1 to 500'],
    ['/search?q=a&limit=x', '"limit" cannot be "x"; it has to be a whole number from 1 to 50'],
    [
      '/entries?meeting=1&meeting=x',
      '"meeting" cannot be "x"; it has to be a whole number from 1 on',
    ],
    ['/search', '"q" has to be given'],
    [
      '/calendar?from=2023-02-30',
      '"from" cannot be "2023-02-30"; it has to be a date of the calendar, such as 2023, 2023-12 or 2023-12-19',
    ],
    [
      '/sources?language=e',
      '"language" cannot be "e"; it has to be a language tag such as "en" or "zh-Hant"',
    ],
    [
      '/meetings?sort=nope',
      '"sort" cannot be "nope"; it has to be one of: ordinal, -ordinal, entries, -entries',
    ],
    [`/entries?${'field=a&'.repeat(201)}`, '"field" may be given at most 200 times'],
    [
      `/sources?q=${'a'.repeat(201)}`,
      `"q" cannot be "${'a'.repeat(59)}…; it has to be a text of at most 200 characters`,
    ],
  ])('%s is told what is wanted, and what came', async (path, detail) => {
    expect(await (await ask(path)).json()).toMatchObject({ detail });
  });

  it.each([
    '/nothing',
    '/meetings/99',
    '/meetings/028',
    '/meetings/28th',
    '/meetings/28/entries',
    '/exchange-years/nonsense',
    '/sources/nonsense',
    '/sources/%E0%A4%A',
    '/entries/',
    '/',
    '',
  ])('there is nothing at "%s"', async (path) => {
    await expectProblem(await ask(path), 404);
  });

  it('only answers what reads', async () => {
    const response = await ask('/entries', { method: 'POST', body: '{}' });
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    await expectProblem(response, 405);
    await expectProblem(await ask('/nothing', { method: 'DELETE' }), 404);
  });

  it('answers any query with data or a problem, never with a failure', async () => {
    const paths = ROUTES.map(({ path }) => path.replace(/\{\w+\}/, '28'));
    const names = ['field', 'from', 'to', 'q', 'limit', 'cursor', 'sort', 'by', 'meeting', 'lang'];
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%', "' or 1=1", '.*', '2020', '1', '-meeting', '\u0000', '‏עברית'),
    );
    const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), text), text), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), query, async (path, pairs) => {
        const response = await ask(`${path}?${new URLSearchParams(pairs)}`);
        expect([200, 400, 404]).toContain(response.status);
      }),
      { numRuns: 400 },
    );
  });
});

describe('cursors', () => {
  const firstCursor = async (path: string) =>
    ((await (await ask(path)).json()) as EntryList).nextCursor ?? '';

  it.each([
    ['other filters', '/entries?limit=10&field=energy'],
    ['another order', '/entries?limit=10&sort=text'],
    ['another list', '/meetings?limit=10'],
  ])('of one list are refused with %s', async (_, path) => {
    const cursor = await firstCursor('/entries?limit=10');
    await expectProblem(await ask(`${path}&cursor=${cursor}`), 400, 'cursor');
  });

  it('stay good for another limit, and for the same values in another order', async () => {
    const cursor = await firstCursor('/entries?limit=10&field=energy&field=customs');
    const response = await ask(`/entries?limit=3&field=customs&field=energy&cursor=${cursor}`);
    expect(response.status).toBe(200);
  });

  it('are refused with another version of the data', async () => {
    const cursor = await firstCursor('/entries?limit=10');
    const mechanism = { ...record.mechanism, dataVersion: 'other' };
    const other = createHandler({ ...record, mechanism }, { baseUrl: BASE });
    const response = await other(new Request(`${BASE}/entries?limit=10&cursor=${cursor}`));
    await expectProblem(response, 400, 'cursor');
  });

  it('are refused when anything in them is changed', async () => {
    const cursor = await firstCursor('/entries?limit=10');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(cursor.length - 1),
        fc.constantFrom('A', 'b', '9', '-'),
        async (at, letter) => {
          const changed = cursor.slice(0, at) + letter + cursor.slice(at + 1);
          if (changed === cursor) return;
          await expectProblem(await ask(`/entries?limit=10&cursor=${changed}`), 400, 'cursor');
        },
      ),
    );
  });
});

describe('asking again for what one has', () => {
  const etagOf = async (path: string) => (await ask(path)).headers.get('etag') ?? '';
  const askWith = (path: string, etag: string) => ask(path, { headers: { 'if-none-match': etag } });

  it.each(['/entries?field=energy', '/mechanism', '/meetings/28', '/calendar.ics'])(
    '%s',
    async (path) => {
      const etag = await etagOf(path);
      expect(etag).toMatch(/^"[\x21\x23-\x7e]+"$/);
      const again = await askWith(path, etag);
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(etag);
      expect((await askWith(path, `"other", W/${etag}`)).status).toBe(304);
      expect((await askWith(path, '"other"')).status).toBe(200);
    },
  );

  it('gives another tag to another question, and the same to the same question in other words', async () => {
    expect(await etagOf('/entries?field=energy')).not.toBe(await etagOf('/entries?field=customs'));
    expect(await etagOf('/entries?limit=5&field=energy')).toBe(
      await etagOf('/entries?field=energy&limit=5'),
    );
  });

  it('does not answer 304 to what it would refuse', async () => {
    expect((await askWith('/entries?field=nonsense', '*')).status).toBe(400);
    expect((await askWith('/meetings/99', '*')).status).toBe(404);
  });
});
