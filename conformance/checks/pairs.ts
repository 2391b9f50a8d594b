import { addDays, firstDay, lastDay } from '#src/api/edtf.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, type CheckContext, needSome } from '../check.ts';
import { compareText, idsOf } from '../oracle.ts';
import { type Snapshot, walk } from '../snapshot.ts';

type Value = string | number;
/** Some values of each parameter. */
type Values = Record<string, readonly Value[]>;
type Ask = (params: object) => Promise<{ ids: string[]; request: string }>;

/** One from the beginning, the middle and the end. */
const someOf = <Item>(list: readonly Item[]) =>
  list.length === 0
    ? []
    : [...new Set([list[0]!, list[Math.floor(list.length / 2)]!, list.at(-1)!])];
const wordOf = (text: string) => text.match(/\p{L}{3,}/u)?.[0] ?? text.slice(0, 20);

/** What has a single value. */
const SINGLE = new Set(['from', 'to', 'q']);

/** What each parameter narrows a list to, alone; two of them narrow it to what both do, and two values widen it. */
async function expectSets(ask: Ask, parameters: Values): Promise<void> {
  const alone = new Map<string, Set<string>>();
  const listed = async (name: string, value: Value) => {
    const key = `${name}=${value}`;
    const ids = alone.get(key) ?? new Set((await ask({ [name]: value })).ids);
    alone.set(key, ids);
    return ids;
  };
  const expectIds = async (what: string, params: object, due: ReadonlySet<string>) => {
    const { ids, request } = await ask(params);
    const sorted = (list: Iterable<string>) => [...list].toSorted(compareText);
    expectSame('rule 4', request, what, sorted(ids), sorted(due));
  };
  const named = Object.entries(parameters);
  for (const [at, [name, values]] of named.entries()) {
    const [value, other] = [values[0], values.at(-1)];
    if (value !== undefined && other !== undefined && value !== other && !SINGLE.has(name)) {
      const due = new Set([...(await listed(name, value)), ...(await listed(name, other))]);
      await expectIds('what either value gives', { [name]: [value, other] }, due);
    }
    for (const [second, others] of named.slice(at + 1))
      for (const a of values)
        for (const b of others) {
          const isEmpty = name === 'from' && second === 'to';
          if (isEmpty && firstDay(`${a}`) > lastDay(`${b}`)) continue;
          const own = await listed(second, b);
          const due = new Set([...(await listed(name, a))].filter((id) => own.has(id)));
          await expectIds('what both give', { [name]: a, [second]: b }, due);
        }
  }
}

function ofSources({ sources, meetings }: Snapshot): Values {
  needSome(sources, 'document');
  const [first, last] = [meetings[0], meetings.at(-1)];
  return {
    language: someOf(sources.map(({ language }) => language)).slice(0, 2),
    q: someOf(sources).map(({ title, id }, index) => (index === 0 ? wordOf(title) : id)),
    meeting: someOf(meetings.map(({ ordinal }) => ordinal)),
    to: [
      ...someOf(meetings.map(({ date }) => date)).slice(0, 2),
      ...(first && last
        ? [addDays(lastDay(first.date), 366), addDays(firstDay(last.date), -1)]
        : []),
    ],
  };
}

function ofCalendar({ calendar: { items } }: Snapshot): Values {
  needSome(items, 'date');
  const dates = someOf(items.map(({ date }) => date));
  return {
    from: dates.slice(0, 2),
    to: dates.slice(1).map((date) => date.slice(0, 7)),
    kind: someOf(items.map(({ kind }) => kind)),
    field: someOf(items.flatMap((item) => idsOf(item.fields))).slice(0, 2),
    exchangeYear: someOf(items.flatMap((item) => item.exchangeYear?.id ?? [])).slice(0, 2),
    q: someOf(
      items.flatMap(({ place, text }) => text?.text ?? place?.name.en ?? []).map(wordOf),
    ).slice(0, 2),
  };
}

function ofMeetings({ meetings }: Snapshot): Values {
  needSome(meetings, 'meeting');
  const dates = someOf(meetings.map(({ date }) => date));
  return {
    from: dates.slice(0, 2),
    to: dates.slice(1).map((date) => date.slice(0, 7)),
    format: someOf(meetings.map(({ format }) => format)),
    host: someOf(meetings.flatMap(({ host }) => host ?? [])),
    place: someOf(meetings.flatMap(({ place }) => place?.id ?? [])).slice(0, 2),
    person: someOf(meetings.flatMap(({ coChairs }) => coChairs.map(({ person }) => person.id))),
  };
}

const pairOf = (
  path: string,
  valuesOf: (snapshot: Snapshot) => Values,
  ask: (c: CheckContext) => Ask,
) => ({
  rule: 'rule 4' as const,
  name: `${path}: two parameters narrow to what both give, two values widen to what either gives`,
  run: (context: CheckContext) => expectSets(ask(context), valuesOf(context.snapshot)),
});

export const PAIR_CHECKS: readonly Check[] = [
  pairOf('/sources', ofSources, ({ backend }) => async (params) => {
    const { items, request } = await walk(backend, '/sources', params, 500);
    return { ids: idsOf(items), request };
  }),
  pairOf('/calendar', ofCalendar, ({ backend }) => async (params) => {
    const { data, request } = await backend.get('/calendar', params);
    return { ids: idsOf(data.items), request };
  }),
  pairOf('/meetings', ofMeetings, ({ backend }) => async (params) => {
    const { items, request } = await walk(backend, '/meetings', params, 500);
    return { ids: items.map(({ ordinal }) => String(ordinal)), request };
  }),
];
