import { expectSame, expectType, parse } from '../backend-under-test.ts';
import { type Check, type CheckContext, few, needSome } from '../check.ts';
import { Broken } from '../outcome.ts';

const shorten = (address: string) =>
  address.length > 160 ? `${address.slice(0, 160)}… (${address.length} characters)` : address;

/** An error has to be a problem document that says its own status and, for 400, which parameter it is about. */
async function expectProblem(
  { backend, contract }: CheckContext,
  address: string,
  status: number,
  parameter?: string,
  init?: RequestInit,
): Promise<Headers> {
  const reply = await backend.ask(address, init);
  const request = `${init?.method ?? 'GET'} ${shorten(address)}`;
  if (reply.status !== status)
    throw new Broken('rule 6', request, 'status', { got: reply.status, due: status });
  expectType('rule 6', request, reply.headers, 'application/problem+json');
  const body = parse('rule 6', request, reply.text);
  const fault = contract.judgeProblem(body);
  if (fault !== null) throw new Broken('rule 6', request, 'shape', fault);
  const problem = body as { status: number; parameter?: string };
  expectSame('rule 6', request, 'status in the problem', problem.status, status);
  const got = problem.parameter ?? '–';
  if (parameter !== undefined && got !== parameter)
    throw new Broken('rule 6', request, 'parameter', { got, due: parameter });
  return reply.headers;
}

/** Questions that no record makes good, each with the parameter that is at fault. */
export const BAD_PARAMETERS: readonly [path: string, parameter: string][] = [
  ['/entries?field=no-such-field', 'field'],
  ['/entries?from=2023-02-30', 'from'],
  ['/entries?limit=0', 'limit'],
  ['/entries?cursor=nonsense', 'cursor'],
  ['/entries?group=no-such-group', 'group'],
  ['/entries?party=no-such-party', 'party'],
  ['/entries?kind=rumour', 'kind'],
  ['/entries?meeting=99999', 'meeting'],
  ['/entries?meeting=1e1', 'meeting'],
  ['/entries?meeting=0', 'meeting'],
  ['/entries?status=sure', 'status'],
  ['/entries?exchangeYear=no-such-year', 'exchangeYear'],
  ['/entries?source=no-such-source', 'source'],
  ['/entries?reportedBy=no-such-party', 'reportedBy'],
  ['/entries?coChair=nobody-at-all', 'coChair'],
  ['/entries?from=banana', 'from'],
  ['/entries?to=2023-13', 'to'],
  ['/entries?from=2020&to=2019-12', 'from'],
  ['/entries?from=2019&from=2020', 'from'],
  ['/entries?q=', 'q'],
  [`/entries?q=${'a'.repeat(201)}`, 'q'],
  ['/entries?sort=colour', 'sort'],
  ['/entries?limit=501', 'limit'],
  ['/entries?limit=5.5', 'limit'],
  ['/entries?limit=-5', 'limit'],
  ['/entries?limit=%2B5', 'limit'],
  ['/entries?limit=05', 'limit'],
  ['/entries?limit=1e2', 'limit'],
  ['/entries?limit=%205', 'limit'],
  ['/entries?limit=', 'limit'],
  ['/entries?limit=5&limit=5', 'limit'],
  ['/meetings?limit=-5', 'limit'],
  ['/meetings?limit=0', 'limit'],
  ['/sources?limit=-1', 'limit'],
  ['/search?q=a&limit=-1', 'limit'],
  ['/entries?meeting=-1', 'meeting'],
  ['/fields/summary?by=colour', 'by'],
  ['/fields/summary?by=meeting&split=colour', 'split'],
  ['/fields/summary?by=meeting&split=meeting', 'split'],
  ['/fields/summary?by=party&split=party', 'split'],
  ['/fields/summary?split=kind', 'split'],
  ['/fields/summary?split=reportedBy', 'split'],
  ['/fields/summary?limit=5', 'limit'],
  ['/meetings?host=joint', 'host'],
  ['/meetings?person=nobody-at-all', 'person'],
  ['/meetings?place=nowhere-at-all', 'place'],
  ['/meetings?format=dance', 'format'],
  ['/meetings?sort=date', 'sort'],
  ['/sources?language=English', 'language'],
  ['/sources?meeting=99999', 'meeting'],
  ['/calendar?from=2020&to=2019', 'from'],
  ['/calendar?kind=party', 'kind'],
  ['/calendar.ics?lang=12', 'lang'],
  ['/search', 'q'],
  ['/search?q=a&limit=51', 'limit'],
];

const MOST_VALUES = 200;
const repeated = (name: string, value: string | number, times: number) =>
  Array.from({ length: times }, () => `${name}=${value}`).join('&');

const manyValues: Check = {
  rule: 'rule 6',
  name: 'a list of 200 values is taken, and one of 201 is refused',
  run: async (context) => {
    const { backend, snapshot } = context;
    const party = needSome(snapshot.mechanism.parties, 'party').id;
    const lists: [path: string, name: string, value: string | number][] = [
      ['/entries', 'party', party],
      ['/entries', 'kind', 'statement'],
      ['/fields/summary', 'party', party],
      ['/meetings', 'host', party],
      ['/sources', 'language', 'en'],
      ['/calendar', 'kind', 'meeting'],
    ];
    for (const [path, name, value] of lists) {
      const taken = `${path}?${repeated(name, value, MOST_VALUES)}`;
      const { status } = await backend.ask(taken);
      expectSame('rule 6', `GET ${taken.slice(0, 60)}… (200 values)`, 'status', status, 200);
      const refused = `${path}?${repeated(name, value, MOST_VALUES + 1)}`;
      await expectProblem(context, refused, 400, name);
    }
  },
};

const badParameters: Check = {
  id: 'bad-parameters',
  rule: 'rule 6',
  name: 'a bad parameter is refused with 400, and named',
  run: async (context) => {
    for (const [address, parameter] of few(context, BAD_PARAMETERS, 4))
      await expectProblem(context, address, 400, parameter);
  },
};

const unknownParameters: Check = {
  id: 'unknown-parameters',
  rule: 'rule 6',
  name: 'a parameter that a path does not have is refused on every path',
  run: async (context) => {
    const { meetings, exchangeYears, sources } = context.snapshot;
    const ids: Record<string, string | number | undefined> = {
      '/meetings/{ordinal}': meetings[0]?.ordinal,
      '/exchange-years/{id}': exchangeYears.items[0]?.id,
      '/sources/{id}': sources[0]?.id,
    };
    for (const path of few(context, context.contract.paths, 1)) {
      if (path.includes('{') && ids[path] === undefined) continue;
      const needed = path === '/search' ? 'q=a&' : '';
      const address = path.replace(/\{\w+\}/, () => encodeURIComponent(ids[path] ?? ''));
      await expectProblem(context, `${address}?${needed}colour=red`, 400, 'colour');
    }
  },
};

const nothingThere: Check = {
  id: 'not-there',
  rule: 'rule 6',
  name: 'what is not there is 404',
  run: async (context) => {
    const { meetings } = context.snapshot;
    const ordinal = meetings.at(-1)?.ordinal ?? 1;
    const addresses = [
      '/nothing',
      '/meetings/99999',
      '/sources/no-such-source',
      `/meetings/0${ordinal}`,
      `/meetings/${ordinal}th`,
      `/meetings/${ordinal}/entries`,
      '/exchange-years/no-such-year',
      '/sources/%27%20or%201=1',
      '/entries/',
    ];
    for (const address of few(context, addresses, 3)) await expectProblem(context, address, 404);
  },
};

const onlyReading: Check = {
  rule: 'rule 6',
  name: 'other methods are refused with 405, and HEAD is GET without a body',
  run: async (context) => {
    const { backend } = context;
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const headers = await expectProblem(context, '/entries', 405, undefined, { method });
      const allow = (headers.get('allow') ?? '').split(/\s*,\s*/);
      if (!allow.includes('GET') || !allow.includes('HEAD'))
        throw new Broken('rule 6', `${method} /entries`, {
          detail: `allow: ${allow.join()}, due GET, HEAD`,
        });
    }
    for (const path of ['/mechanism', '/entries', '/calendar.ics']) {
      const { status, text, headers } = await backend.ask(path, { method: 'HEAD' });
      const request = `HEAD ${path}`;
      if (status !== 200 || text !== '')
        throw new Broken('rule 6', request, {
          detail: `status ${status} with ${text.length} characters`,
        });
      const got = await backend.ask(path);
      for (const name of ['content-type', 'etag'])
        expectSame('rule 6', request, name, headers.get(name), got.headers.get(name));
    }
  },
};

/** Addresses made of pieces that have hurt servers before. */
const PIECES = [
  '%00',
  "'",
  '"',
  '%',
  '%25',
  '\\',
  ';--',
  '../',
  '%2e%2e%2f',
  '${x}',
  '<b>',
  '漢',
  '%F0%9F%98%80',
  ' ',
  '1e9',
  '-1',
  '[]',
  '{}',
];

const neverFails: Check = {
  rule: 'rule 6',
  name: 'no request makes it fail',
  run: async ({ backend, contract, random, rounds }) => {
    const text = () => Array.from({ length: 3 }, () => encodeURI(random.pick(PIECES))).join('');
    for (let round = 0; round < rounds; round += 1) {
      const path = random.pick(contract.paths).replace(/\{\w+\}/, text());
      const names = contract.parametersOf?.(path) ?? [];
      const name = names.length === 0 ? 'q' : random.pick(names);
      const address = `${path}?${name}=${text().replaceAll('#', '')}`;
      const { status } = await backend.ask(address);
      if (![200, 400, 404].includes(status))
        throw new Broken('rule 6', `GET ${address}`, {
          detail: `status ${status}, due 200, 400 or 404`,
        });
    }
  },
};

const refusedBeforeUnchanged: Check = {
  rule: 'rule 6',
  name: 'what is refused is refused also to those who hold it',
  run: async (context) => {
    needSome(context.snapshot.mechanism.parties, 'party');
    const init = { headers: { 'if-none-match': '*' } };
    await expectProblem(context, '/entries?field=no-such-field', 400, 'field', init);
    await expectProblem(context, '/meetings/99999', 404, undefined, init);
  },
};

export const ERROR_CHECKS: readonly Check[] = [
  badParameters,
  manyValues,
  unknownParameters,
  nothingThere,
  onlyReading,
  neverFails,
  refusedBeforeUnchanged,
];
