import { addDays, firstDay, isDay, lastDay } from '#src/api/edtf.ts';
import type { EntryFilters } from '#src/api/params.ts';
import { SummaryDimension, SummarySplit } from '#src/api/schemas/entries.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, type CheckContext, few } from '../check.ts';
import type { Rule } from '../outcome.ts';
import {
  columnFilter,
  type Dimensions,
  dueSummary,
  type DueSummary,
  FACETS,
  spokenOf,
} from '../due-summary.ts';
import { pickFilters, pickSingleFilters } from '../random-filters.ts';
import { citedBy } from '../oracle.ts';
import { type Snapshot, toVocabulary } from '../snapshot.ts';

const WHOLE: readonly Dimensions[] = SummaryDimension.options.map((by) => ({ by }));
const DIVIDED: readonly Required<Dimensions>[] = SummarySplit.options.flatMap((split) =>
  SummaryDimension.options.filter((by) => by !== split).map((by) => ({ by, split })),
);

type Same = (what: string, got: unknown, due: unknown) => void;
const sameAt =
  (rule: Rule, request: string): Same =>
  (what, got, due) =>
    expectSame(rule, request, what, got, due);

function expectCounts(same: Same, got: DueSummary, due: DueSummary): void {
  same('by and split', got.dimensions, due.dimensions);
  same('total', got.total, due.total);
  same('accounts', got.accounts, due.accounts);
  const keys = ({ columns }: DueSummary) => columns.map(({ key }) => key);
  same('columns', keys(got), keys(due));
  for (const [index, column] of due.columns.entries())
    same(`column ${column.key}`, got.columns[index], column);
  const fields = ({ rows }: DueSummary) => rows.map(({ field }) => field);
  same('rows', fields(got), fields(due));
  for (const [index, row] of due.rows.entries()) same(`row ${row.field}`, got.rows[index], row);
}

function expectFacets(same: Same, got: DueSummary, due: DueSummary): void {
  for (const name of FACETS) same(`facet ${name}`, got.facets[name], due.facets[name]);
}

/** Random summaries of each kind, each looked through by one rule. */
function summaryCheck(
  about: Pick<Check, 'id' | 'rule' | 'name'>,
  look: typeof expectCounts,
  questions: readonly Dimensions[],
  most = 1,
): Check {
  const { rule } = about;
  return {
    ...about,
    needsWhole: true,
    run: async (context) => {
      const { backend, snapshot, random, rounds } = context;
      for (const asked of few(context, questions, most))
        for (let round = 0; round < Math.ceil(rounds / questions.length); round += 1) {
          const filters = round === 0 ? {} : pickFilters(random, snapshot);
          const params = { ...filters, ...asked };
          const { data, request } = await backend.get('/fields/summary', params);
          const due = dueSummary(snapshot.entries, toVocabulary(snapshot), filters, asked);
          const same = sameAt(rule, request);
          look(same, spokenOf(data), due);
        }
    },
  };
}

async function expectParts(
  { backend, random }: CheckContext,
  { by, split }: Required<Dimensions>,
  filters: EntryFilters,
): Promise<void> {
  const { data: plain } = await backend.get('/fields/summary', { ...filters, by });
  const { data, request } = await backend.get('/fields/summary', { ...filters, by, split });
  const whole = data.columns.map(({ parts: _parts, ...column }) => column);
  const { split: _split, ...others } = { ...data, columns: whole };
  expectSame('rule 1', request, 'all but the parts', others, plain);
  for (const { key, entries, parts = [] } of data.columns) {
    const sum = parts.reduce((all, part) => all + part.entries, 0);
    expectSame('rule 1', request, `sum of the parts of column ${key}`, sum, entries);
  }
  const divided = data.columns.filter(({ parts = [] }) => parts.length > 0);
  // The list of a year takes the place of the dates that are asked for.
  const isUnlisted = by === 'year' && (filters.from ?? filters.to) !== undefined;
  if (divided.length === 0 || isUnlisted) return;
  const { key, parts = [] } = random.pick(divided);
  const part = random.pick(parts);
  const list = { ...filters, ...columnFilter(by, key), ...columnFilter(split, part.key) };
  const { data: due } = await backend.get('/entries', { ...list, limit: 1 });
  expectSame('rule 1', request, `part ${part.key} of ${key}`, part.entries, due.total);
}

/** Filters that columns and facets treat apart, each of its own: chance seldom picks one of them alone. */
function* singleFilters(snapshot: Snapshot): Generator<EntryFilters> {
  const { choices, meetings, entries, sources } = snapshot;
  const [middle] = meetings.slice(Math.floor(meetings.length / 2));
  for (const name of FACETS) {
    const values = choices[name] ?? [];
    for (const value of new Set([values[0], values.at(-1)]))
      if (value !== undefined) yield { [name]: [value] };
  }
  const source = entries.flatMap(citedBy).at(-1) ?? sources[0]?.id;
  if (source !== undefined) yield { source: [source] };
  const word = entries
    .at(-1)
    ?.text.split(/\s+/)
    .find((one) => one.length > 3);
  if (word !== undefined) yield { q: word.slice(0, 40) };
  if (middle === undefined) return;
  yield { from: middle.date };
  yield { to: middle.date };
  yield { meeting: [middle.ordinal], from: addDays(lastDay(middle.date), 1) };
  const coarse = meetings.find(({ date }) => !isDay(date))?.date;
  if (coarse !== undefined) yield { from: addDays(firstDay(coarse), 1) };
  if (coarse !== undefined) yield { to: addDays(lastDay(coarse), -1) };
  const field = entries[0]?.fields[0];
  const other = choices['group']?.find((group) => group !== field?.group);
  if (field !== undefined && other !== undefined)
    yield { field: [field.id], group: [String(other), field.group] };
}

export const COUNT_CHECKS: readonly Check[] = [
  summaryCheck(
    { id: 'recount', rule: 'rule 1', name: 'total, rows, columns and cells under random filters' },
    expectCounts,
    WHOLE,
    3,
  ),
  summaryCheck(
    {
      id: 'recount-parts',
      rule: 'rule 1',
      name: 'what columns are split into, under random filters',
    },
    expectCounts,
    DIVIDED,
    1,
  ),
  /** For records of any size: a split changes nothing else, adds up, and each part is the total of its list. */
  {
    id: 'parts',
    rule: 'rule 1',
    name: 'columns are the sum of what they are split into, and all else is as without',
    run: async (context) => {
      const { snapshot, random, isShort } = context;
      for (const asked of few(context, DIVIDED, 1)) {
        const some = () => [
          pickFilters(random, snapshot),
          ...pickSingleFilters(random, snapshot, asked.split),
        ];
        for (const filters of isShort ? [{}] : some()) await expectParts(context, asked, filters);
      }
    },
  },
  /** For records of any size: the summary's numbers against the lists' totals. */
  {
    id: 'totals',
    rule: 'rule 1',
    name: 'cells, rows and columns are the totals of their lists',
    run: async (context) => {
      const { backend, random, rounds, same } = context;
      const due = async (
        request: string,
        what: string,
        filters: EntryFilters,
        entries: number | undefined,
      ) => {
        const { data } = await backend.get('/entries', { ...filters, limit: 1 });
        same(request, what, entries ?? 0, data.total);
      };
      for (const by of few(context, ['kind', 'party', 'meeting'] as const, 1)) {
        const { data, request } = await backend.get('/fields/summary', { by });
        await due(request, 'total', {}, data.total.entries);
        if (data.columns.length === 0 || data.rows.length === 0) continue;
        for (let round = 0; round < Math.ceil(rounds / 6); round += 1) {
          const row = random.pick(data.rows);
          const { key } = random.pick(data.columns);
          const field = [row.field.id];
          const column = columnFilter(by, key);
          const whole = data.columns.find((one) => one.key === key);
          const cell = row.cells.find((one) => one.key === key);
          await due(request, `row ${row.field.id}`, { field }, row.entries);
          await due(request, `column ${key}`, column, whole?.entries);
          await due(request, `cell ${row.field.id} x ${key}`, { ...column, field }, cell?.entries);
        }
      }
    },
  },
  summaryCheck({ rule: 'rule 5', name: 'every facet under random filters' }, expectFacets, [
    { by: 'kind' },
  ]),
  /** Each filter alone, so that whether its own facet leaves it out does not hang on what chance picks. */
  {
    id: 'own-facet',
    rule: 'rule 5',
    name: 'every facet under each filter alone',
    needsWhole: true,
    run: async ({ backend, snapshot, random, isShort }) => {
      for (const name of isShort ? (['kind'] as const) : FACETS) {
        const values = snapshot.choices[name] ?? [];
        if (values.length === 0) continue;
        const filters = { [name]: [random.pick(values)] };
        const { data, request } = await backend.get('/fields/summary', filters);
        const due = dueSummary(snapshot.entries, toVocabulary(snapshot), filters, { by: 'kind' });
        const same = sameAt('rule 5', request);
        expectFacets(same, spokenOf(data), due);
      }
    },
  },
  {
    rule: 'rule 1',
    name: 'total, accounts, rows, columns, cells and facets under each filter alone',
    needsWhole: true,
    run: async ({ backend, snapshot }) => {
      const vocabulary = toVocabulary(snapshot);
      for (const filters of singleFilters(snapshot))
        for (const by of ['kind', 'meeting', 'year', 'reportedBy'] as const) {
          const { data, request } = await backend.get('/fields/summary', { ...filters, by });
          const due = dueSummary(snapshot.entries, vocabulary, filters, { by });
          const same = sameAt('rule 1', request);
          expectCounts(same, spokenOf(data), due);
          if (by === 'kind') expectFacets(same, spokenOf(data), due);
        }
    },
  },
  /** What a column says beside its counts. */
  {
    rule: 'rule 1',
    name: 'columns are kinds if nothing is asked, and say dates and documents if, and only if, they are meetings',
    run: async ({ backend, snapshot, same }) => {
      const dates = new Map(snapshot.meetings.map(({ ordinal, date }) => [String(ordinal), date]));
      const plain = await backend.get('/fields/summary');
      same(plain.request, 'by', plain.data.by, 'kind');
      for (const by of SummaryDimension.options) {
        const { data, request } = await backend.get('/fields/summary', { by });
        same(request, 'by', data.by, by);
        for (const { key, date, sources, accounts } of data.columns) {
          const got = [date ?? null, sources !== undefined, accounts !== undefined];
          const due = by === 'meeting' ? [dates.get(key), true, true] : [null, false, false];
          same(request, `column ${key}: date, has sources, has accounts`, got, due);
        }
      }
    },
  },
  {
    id: 'facets',
    rule: 'rule 5',
    name: 'facets are the totals of what they would give',
    run: async ({ backend, snapshot, random, rounds, isShort, same }) => {
      for (let round = 0; round < Math.ceil(rounds / 4); round += 1) {
        const filters = isShort ? {} : pickFilters(random, snapshot);
        const { data, request } = await backend.get('/fields/summary', { ...filters, by: 'kind' });
        const name = random.pick(FACETS);
        const choices = data.facets[name] ?? [];
        if (choices.length === 0) continue;
        const { value, entries } = random.pick(choices);
        const chosen = { ...filters, [name]: [value] };
        const list = await backend.get('/entries', { ...chosen, limit: 1 });
        same(request, `facet ${name}=${value}`, entries, list.data.total);
      }
    },
  },
];
