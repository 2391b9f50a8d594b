import { toQuery } from '#src/api/client.ts';
import { parse } from '../backend-under-test.ts';
import type { Check } from '../check.ts';
import { idsOf } from '../oracle.ts';
import { broken, Untried } from '../outcome.ts';
import type { Snapshot } from '../snapshot.ts';

type Belonging = [path: '/entries' | '/meetings' | '/sources', others: object[]];

/** With which parameters each list is another one, be it that nothing is left out of it. */
function listsOf({ mechanism, meetings, entries, sources, choices }: Snapshot): Belonging[] {
  const party = mechanism.parties[0]?.id;
  const [meeting] = meetings;
  const word = (entries[0]?.text ?? '').match(/\p{L}+/u)?.[0] ?? 'a';
  const dates = [{ from: meeting?.date.slice(0, 4) }, { to: '9999' }];
  const sorts = (...keys: string[]) => keys.map((sort) => ({ sort }));
  return [
    [
      '/entries',
      [
        ...Object.entries(choices).map(([name, values]) => ({ [name]: values[0] })),
        ...dates,
        ...sorts('text', 'meeting', 'account'),
        { q: word },
        { kind: ['statement', 'agreement'] },
      ],
    ],
    [
      '/meetings',
      [
        ...dates,
        ...sorts('entries', 'ordinal'),
        { format: 'in-person' },
        { host: party },
        { place: meetings.flatMap(({ place }) => place?.id ?? [])[0] },
        { person: meetings.flatMap(({ coChairs }) => coChairs[0]?.person.id ?? [])[0] },
      ],
    ],
    [
      '/sources',
      [
        ...sorts('entries', '-title'),
        { q: 'a' },
        { to: '9999' },
        { language: sources[0]?.language },
        { reportedBy: party },
        { copies: 'without' },
        { meeting: meeting?.ordinal },
      ],
    ],
  ];
}

/** Filters of several values each, with which every list has much of what it has without. */
function manyValues({ mechanism, meetings, sources }: Snapshot): [Belonging[0], Values][] {
  const parties = [...idsOf(mechanism.parties), 'joint'];
  const languages = [...new Set(sources.map(({ language }) => language))];
  const ordinals = meetings.map(({ ordinal }) => ordinal).slice(-100);
  return [
    ['/entries', { to: ['9999'], party: parties }],
    ['/meetings', { to: ['9999'], format: ['video', 'in-person', 'hybrid'] }],
    ['/sources', { to: ['9999'], language: languages.slice(0, 100), meeting: ordinals }],
  ];
}
type Values = Record<string, readonly (string | number)[]>;

/** A query as it is given, from the last value to the first, and with values said twice. */
function spellings(values: Values): string[] {
  const pairs = Object.entries(values).flatMap(([name, own]) => own.map((one) => `${name}=${one}`));
  const twice = pairs.filter((pair) => !pair.startsWith('to='));
  return [pairs.toReversed().join('&'), [...pairs, ...twice].join('&')];
}

export const CURSOR_CHECKS: readonly Check[] = [
  {
    rule: 'rule 2',
    name: 'a cursor is refused with other filters, another order, another list, or changed',
    run: async ({ backend, snapshot, same }) => {
      const expectRefused = async (path: string, params: object) => {
        const address = `${path}${toQuery({ limit: 1, ...params })}`;
        const { status, text } = await backend.ask(address);
        if (status !== 400)
          throw broken('rule 2', `GET ${address}`, `status ${status}, due 400 for the cursor`);
        const { parameter } = parse('rule 2', `GET ${address}`, text) as { parameter?: string };
        same(`GET ${address}`, 'parameter', parameter, 'cursor');
      };
      const paths = listsOf(snapshot);
      let isTried = false;
      for (const [path, others] of paths) {
        const first = await backend.get(path, { limit: 1 });
        const cursor = first.data.nextCursor;
        if (cursor === null) continue;
        isTried = true;
        for (const other of others) {
          const said = Object.values(other).every((value) => value !== undefined);
          if (said) await expectRefused(path, { ...other, cursor });
        }
        for (const [elsewhere] of paths)
          if (elsewhere !== path) await expectRefused(elsewhere, { cursor });
        await expectRefused(path, { cursor: `x${cursor}` });
        const changed = cursor.slice(0, -1) + (cursor.endsWith('A') ? 'Q' : 'A');
        await expectRefused(path, { cursor: `${changed}x` });
      }
      if (!isTried) throw new Untried('nothing-on-record', 'there are not two of any list');
    },
  },
  /** The order of parameters and of values means nothing, so a cursor holds whatever theirs is. */
  {
    rule: 'rule 2',
    name: 'a cursor holds with the same filters in another order, and said twice',
    run: async ({ backend, snapshot, same }) => {
      let isTried = false;
      for (const [path, values] of manyValues(snapshot)) {
        const first = await backend.get(path, { ...values, limit: 1 });
        const cursor = first.data.nextCursor;
        if (cursor === null) continue;
        isTried = true;
        const asked = await backend.get(path, { ...values, limit: 2, cursor });
        for (const query of spellings(values)) {
          const address = `${path}?${query}&limit=2&cursor=${encodeURIComponent(cursor)}`;
          const { status, text } = await backend.ask(address);
          same(`GET ${address}`, 'status', status, 200);
          const { items } = parse('rule 2', `GET ${address}`, text) as { items: unknown };
          same(`GET ${address}`, 'page', items, asked.data.items);
        }
      }
      if (!isTried) throw new Untried('nothing-on-record', 'there are not two of any list');
    },
  },
];
