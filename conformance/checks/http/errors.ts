import { type Check, few, needSome, pathsToAsk } from '../../check.ts';
import { expectProblem, shorten } from '../../backend-under-test.ts';
import { broken } from '../../outcome.ts';
import { BAD_PARAMETERS, GOOD_REQUESTS } from '../../requests-to-try.ts';

const MOST_VALUES = 200;
const repeated = (name: string, value: string | number, times: number) =>
  Array.from({ length: times }, () => `${name}=${value}`).join('&');

/** Addresses made of pieces that have hurt servers before. */
const PIECES = [
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
/** Pieces as they are sent: no text at all, no letter of UTF-8, half of one, half a pair. */
const RAW_PIECES = ['%00', '%', '%FF', '%C3', '%ED%A0%80', '%2e%2e%2f'];

export const ERROR_CHECKS: readonly Check[] = [
  {
    id: 'bad-parameters',
    rule: 'rule 6',
    name: 'a bad parameter is refused with 400, and named',
    run: async (context) => {
      for (const [address, parameter] of few(context, BAD_PARAMETERS, 4))
        await expectProblem(context, address, 400, parameter);
    },
  },
  {
    rule: 'rule 6',
    name: 'a list of 200 values is taken, and one of 201 is refused',
    run: async (context) => {
      const { backend, snapshot, same } = context;
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
        same(`GET ${taken.slice(0, 60)}… (200 values)`, 'status', status, 200);
        const refused = `${path}?${repeated(name, value, MOST_VALUES + 1)}`;
        await expectProblem(context, refused, 400, name);
      }
    },
  },
  {
    id: 'unknown-parameters',
    rule: 'rule 6',
    name: 'a parameter that a path does not have is refused on every path',
    run: async (context) => {
      for (const path of few(context, pathsToAsk(context), 1)) {
        const next = path.includes('?') ? '&' : '?';
        await expectProblem(context, `${path}${next}colour=red`, 400, 'colour');
        if (context.isShort) continue;
        await expectProblem(context, `${path}${next}colour=`, 400, 'colour');
        await expectProblem(context, `${path}${next}=x`, 400, '');
      }
      if (context.isShort) return;
      // Names are told apart by their case, and stand on the paths that have them.
      for (const [address, parameter] of [
        ['/entries?exchangeyear=', 'exchangeyear'],
        ['/entries?Limit=5', 'Limit'],
        ['/entries?by=kind', 'by'],
        ['/entries?host=', 'host'],
        ['/search?q=a&cursor=x', 'cursor'],
        ['/sources?from=2019', 'from'],
        ['/calendar?lang=en', 'lang'],
        ['/calendar?limit=5', 'limit'],
        ['/meetings?q=a', 'q'],
        ['/fields/summary?sort=meeting', 'sort'],
      ] as const)
        await expectProblem(context, address, 400, parameter);
    },
  },
  {
    rule: 'rule 6',
    name: 'what the contract allows is taken, at its limits too',
    run: async ({ backend, same }) => {
      for (const address of GOOD_REQUESTS) {
        const { status } = await backend.ask(address);
        same(`GET ${shorten(address)}`, 'status', status, 200);
      }
    },
  },
  {
    id: 'not-there',
    rule: 'rule 6',
    name: 'what is not there is 404',
    run: async (context) => {
      const { meetings, sources, exchangeYears } = context.snapshot;
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
        '/Entries',
        '/fields/',
        '/fields/summary/',
        '/fields/energy',
        '/people/nobody',
        '/calendar.ics/',
        '/calendar.ICS',
        `/meetings/${ordinal}/`,
        `/meetings/+${ordinal}`,
        `/meetings/${ordinal}.0`,
        '/meetings/0',
        '/meetings/99999999999',
        '/meetings/18446744073709551617',
        '/meetings/-1',
        ...[sources[0]?.id, exchangeYears.items[0]?.id].flatMap((id, index) =>
          // An id with letters has other letters in capitals, and such are no id.
          id === undefined || id === id.toUpperCase()
            ? []
            : [`${index === 0 ? '/sources' : '/exchange-years'}/${id.toUpperCase()}`],
        ),
      ];
      for (const address of few(context, addresses, 3)) await expectProblem(context, address, 404);
    },
  },
  {
    rule: 'rule 6',
    name: 'other methods are refused with 405, and HEAD is GET without a body',
    run: async (context) => {
      const { backend, same } = context;
      const paths = pathsToAsk(context);
      for (const [path, method] of [
        ...['POST', 'PUT', 'PATCH', 'DELETE'].map((one) => ['/entries', one] as const),
        ...paths.flatMap((one) => [[one, 'POST'] as const, [one, 'DELETE'] as const]),
      ]) {
        const headers = await expectProblem(context, path, 405, undefined, { method });
        const allow = (headers.get('allow') ?? '').split(/\s*,\s*/);
        if (!allow.includes('GET') || !allow.includes('HEAD'))
          throw broken('rule 6', `${method} ${path}`, `allow: ${allow.join()}, due GET, HEAD`);
      }
      await expectProblem(context, '/no-such-path', 404, undefined, { method: 'POST' });
      for (const path of [...paths, '/entries?limit=1', '/entries?limit=0', '/meetings/99999']) {
        const { status, text, headers } = await backend.ask(path, { method: 'HEAD' });
        const got = await backend.ask(path);
        const request = `HEAD ${path}`;
        same(request, 'status', status, got.status);
        if (text !== '') throw broken('rule 6', request, `a body of ${text.length} characters`);
        for (const name of ['content-type', 'etag'])
          same(request, name, headers.get(name), got.headers.get(name));
      }
    },
  },
  {
    rule: 'rule 6',
    name: 'no request makes it fail',
    run: async ({ backend, contract, random, rounds }) => {
      const text = () => Array.from({ length: 3 }, () => encodeURI(random.pick(PIECES))).join('');
      const expectNoFailure = async (address: string) => {
        const { status } = await backend.ask(address);
        if (![200, 400, 404].includes(status))
          throw broken('rule 6', `GET ${address}`, `status ${status}, due 200, 400 or 404`);
      };
      for (const piece of RAW_PIECES)
        for (const start of ['/entries?q=', '/search?q=a', '/calendar?field=', '/sources/'])
          await expectNoFailure(`${start}${piece}`);
      for (let round = 0; round < rounds; round += 1) {
        const path = random.pick(contract.paths).replace(/\{\w+\}/, text());
        const names = contract.parametersOf?.(path) ?? [];
        const name = names.length === 0 ? 'q' : random.pick(names);
        const address = `${path}?${name}=${text().replaceAll('#', '')}`;
        await expectNoFailure(address);
      }
    },
  },
  {
    rule: 'rule 6',
    name: 'what is refused is refused also to those who hold it',
    run: async (context) => {
      needSome(context.snapshot.mechanism.parties, 'party');
      const init = { headers: { 'if-none-match': '*' } };
      await expectProblem(context, '/entries?field=no-such-field', 400, 'field', init);
      await expectProblem(context, '/meetings/99999', 404, undefined, init);
    },
  },
];
