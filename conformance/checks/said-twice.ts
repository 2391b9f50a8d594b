import { SummaryDimension, SummarySplit } from '#src/api/schemas/entries.ts';
import { expectSame, parse } from '../backend-under-test.ts';
import type { Check } from '../check.ts';
import { idsOf } from '../oracle.ts';
import { Untried } from '../outcome.ts';
import type { Snapshot } from '../snapshot.ts';

type Value = string | number;
type ListPath = '/fields/summary' | '/meetings' | '/sources' | '/calendar' | '/calendar.ics';
type Doubled = { path: ListPath; name: string; values: readonly Value[]; beside?: string };

/**
 * What a parameter that says its values twice is answered with is what it is answered with when they are said once: as
 * many, and each thing once. Only the cursor may be another one, as a backend may keep the words of the question in it.
 */
export function expectSaidOnce(request: string, got: object, due: object): void {
  const own = new Map(Object.entries(got));
  for (const [name, value] of Object.entries(due))
    if (name !== 'nextCursor')
      expectSame('rule 4', request, `${name}, where a value is said twice`, own.get(name), value);
}

/** Each list parameter of each path but `/entries`, of which `each-filter` asks it. */
function* listParameters(snapshot: Snapshot): Generator<Doubled> {
  const { choices, meetings, sources, calendar } = snapshot;
  for (const [name, values] of Object.entries(choices)) {
    // The columns are by what the parameter chooses, where they can be.
    const by = SummaryDimension.options.find((one) => one === name);
    yield {
      path: '/fields/summary',
      name,
      values,
      ...(by !== undefined && { beside: `by=${by}` }),
    };
  }
  for (const name of SummarySplit.options) {
    const beside = `by=year&split=${name}`;
    yield { path: '/fields/summary', name, values: choices[name] ?? [], beside };
  }
  const lists: [path: ListPath, parameters: Record<string, readonly Value[]>][] = [
    [
      '/meetings',
      {
        format: meetings.map(({ format }) => format),
        host: meetings.flatMap(({ host }) => host ?? []),
        place: meetings.flatMap(({ place }) => place?.id ?? []),
        person: meetings.flatMap(({ coChairs }) => coChairs.map(({ person }) => person.id)),
      },
    ],
    [
      '/sources',
      {
        language: sources.map(({ language }) => language),
        reportedBy: sources.flatMap(({ reportedBy }) => reportedBy ?? []),
        meeting: meetings.map(({ ordinal }) => ordinal),
      },
    ],
  ];
  const { items } = calendar;
  const dated = {
    kind: items.map(({ kind }) => kind),
    field: items.flatMap(({ fields }) => idsOf(fields)),
    exchangeYear: items.flatMap(({ exchangeYear }) => exchangeYear?.id ?? []),
  };
  for (const [path, parameters] of [
    ...lists,
    ['/calendar', dated] as const,
    ['/calendar.ics', dated] as const,
  ])
    for (const [name, values] of Object.entries(parameters)) yield { path, name, values };
}

const eventsOf = (text: string) => text.match(/^BEGIN:VEVENT[^]*?^END:VEVENT/gm)?.toSorted() ?? [];

export const SAID_TWICE_CHECKS: readonly Check[] = [
  /** The first value again behind the second, so that it does not stand beside itself. */
  {
    rule: 'rule 4',
    name: 'a value that is said twice counts once in every list, in the calendar and its file, and in what is counted',
    run: async ({ backend, snapshot, same }) => {
      let isTried = false;
      for (const { path, name, values, beside = '' } of listParameters(snapshot)) {
        const [first, ...others] = [...new Set(values)];
        if (first === undefined) continue;
        isTried = true;
        const chosen = [first, ...others.slice(-1)];
        const read = async (list: readonly Value[]) => {
          const pairs = list.map((value) => `${name}=${encodeURIComponent(value)}`);
          const address = `${path}?${[...pairs, beside].filter(Boolean).join('&')}`;
          const request = `GET ${address}`;
          const { status, text } = await backend.ask(address);
          same(request, 'status', status, 200);
          const data =
            path === '/calendar.ics'
              ? { events: eventsOf(text) }
              : { ...(parse('rule 4', request, text) as object) };
          return { request, data };
        };
        const due = await read(chosen);
        const got = await read([...chosen, first]);
        expectSaidOnce(got.request, got.data, due.data);
      }
      if (!isTried) throw new Untried('nothing-on-record', 'the record has no value to say twice');
    },
  },
];
