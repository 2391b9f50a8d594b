import { toQuery } from '#src/api/client.ts';
import type { Check, CheckContext } from '../../check.ts';
import type { Snapshot } from '../../snapshot.ts';
import { expectProblem } from '../../backend-under-test.ts';

type Value = string | number;
/** The ids that each list parameter takes, by path. */
function* idsTaken({ choices, meetings, mechanism }: Snapshot) {
  const party = mechanism.parties.map(({ id }) => id);
  const { field = [], exchangeYear = [], meeting = [] } = choices;
  for (const path of ['/entries', '/fields/summary'])
    for (const [name, ids] of Object.entries(choices)) yield [path, name, ids] as const;
  for (const path of ['/calendar', '/calendar.ics']) {
    yield [path, 'field', field] as const;
    yield [path, 'exchangeYear', exchangeYear] as const;
  }
  yield ['/sources', 'meeting', meeting] as const;
  yield ['/meetings', 'host', party] as const;
  const places = new Set(meetings.flatMap(({ place }) => place?.id ?? []));
  yield ['/meetings', 'place', [...places]] as const;
  yield ['/meetings', 'person', choices['coChair'] ?? []] as const;
}

/** What is nearly a value, or one of another parameter. */
function* nearly(ids: readonly Value[], others: readonly Value[]): Generator<Value[]> {
  const [id, second] = [ids[0], ids.at(-1)];
  if (id === undefined) return;
  const text = String(id);
  for (const one of [text.toUpperCase(), `${text} `, `${text}*`, text.slice(0, -1), `${text}-`])
    if (one !== '' && !ids.map(String).includes(one)) yield [one];
  if (second !== id) yield [`${text},${second}`];
  yield [id, 'no-such-id'];
  yield ['no-such-id', id];
  yield [id, ''];
  const stranger = others.find((one) => !ids.map(String).includes(String(one)));
  if (stranger !== undefined) yield [stranger];
}

/** Parameters that other servers let pass, and spellings of those that there are. */
const FOREIGN = [
  'utm_source',
  '_',
  'lang',
  'page',
  'offset',
  'fields',
  'format',
  'callback',
  'constructor',
  '__proto__',
  'toString',
  'kind[]',
  'field[0]',
  ' kind',
  'Kind',
];

export const REFUSED_VALUE_CHECKS: readonly Check[] = [
  {
    rule: 'rule 6',
    name: 'an id that is nearly one, or one of something else, is refused, also beside one that is known',
    run: async (context: CheckContext) => {
      const { choices } = context.snapshot;
      for (const [path, name, ids] of idsTaken(context.snapshot)) {
        const others = Object.entries(choices).flatMap(([other, list]) =>
          other === name ? [] : list.filter((one) => typeof one === 'string').slice(0, 2),
        );
        for (const values of nearly(ids, others))
          await expectProblem(context, `${path}${toQuery({ [name]: values })}`, 400, name);
      }
    },
  },
  {
    rule: 'rule 6',
    name: 'parameters of other servers, and other spellings of those that there are, are refused on every path',
    run: async (context) => {
      const { contract, snapshot } = context;
      const ids: Record<string, Value | undefined> = {
        '/meetings/{ordinal}': snapshot.meetings[0]?.ordinal,
        '/exchange-years/{id}': snapshot.exchangeYears.items[0]?.id,
        '/sources/{id}': snapshot.sources[0]?.id,
      };
      for (const [at, path] of contract.paths.entries()) {
        const has = contract.parametersOf?.(path) ?? [];
        const id = ids[path];
        if (path.includes('{') && id === undefined) continue;
        const address = path.replace(/\{\w+\}/, String(id));
        // Those of the other paths too, as far as this one has none of the name; of the foreign ones some each.
        const others = contract.paths.flatMap((one) => contract.parametersOf?.(one) ?? []);
        const foreign = FOREIGN.filter((_, index) => path === '/entries' || index % 4 === at % 4);
        for (const name of new Set([...foreign, ...others])) {
          if (has.includes(name)) continue;
          const query = `${path === '/search' ? 'q=a&' : ''}${encodeURIComponent(name)}=1`;
          await expectProblem(context, `${address}?${query}`, 400, name);
        }
      }
    },
  },
];
