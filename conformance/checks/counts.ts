import type { EntryFilters } from '#src/api/params.ts';
import {
  type Entry,
  type FieldSummary,
  SummaryDimension,
  SummarySplit,
} from '#src/api/schemas/entries.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, type CheckContext, needWhole } from '../check.ts';
import { countsOf, isDated, matchEntries } from '../expected.ts';
import type { Rule } from '../outcome.ts';
import { pickFilters } from '../random-filters.ts';
import type { Snapshot } from '../snapshot.ts';

/** What is counted by; of the answer, these are `by` and `split`. */
type Asked = { by: SummaryDimension; split?: SummarySplit };
const WHOLE: readonly Asked[] = SummaryDimension.options.map((by) => ({ by }));
const DIVIDED: readonly Required<Asked>[] = SummarySplit.options.flatMap((split) =>
  SummaryDimension.options.filter((by) => by !== split).map((by) => ({ by, split })),
);

const FACETS = ['group', 'field', 'party', 'kind', 'meeting', 'status', 'exchangeYear'] as const;

/** What a column adds to the filters of its table. */
function columnFilter(by: SummaryDimension, key: string): EntryFilters {
  if (by === 'year') return { from: key, to: key };
  return by === 'meeting' ? { meeting: [Number(key)] } : { [by]: [key] };
}

/** Those of the keys under which there are entries. */
const dueCells = (entries: readonly Entry[], by: SummaryDimension, keys: readonly string[]) =>
  keys.flatMap((key) => {
    const counts = countsOf(matchEntries(entries, columnFilter(by, key)));
    return counts.entries > 0 ? [{ key, ...counts }] : [];
  });

function dueColumns({ choices, meetings }: Snapshot, filters: EntryFilters, by: SummaryDimension) {
  const dated = meetings.filter(({ date }) => isDated(date, filters));
  if (by === 'year') return [...new Set(dated.map(({ date }) => date.slice(0, 4)))];
  const chosen = filters[by] as readonly (string | number)[] | undefined;
  if (by === 'meeting' && chosen === undefined) return dated.map(({ ordinal }) => String(ordinal));
  return (choices[by] ?? []).filter((value) => chosen?.includes(value) ?? true).map(String);
}

function dueRows({ taxonomy }: Snapshot, { field, group }: EntryFilters): string[] {
  return taxonomy.fields
    .filter(({ id, group: own }) => field?.includes(id) ?? group?.includes(own) ?? true)
    .map(({ id }) => id);
}

function expectCounts(
  { snapshot }: CheckContext,
  { data, request }: { data: FieldSummary; request: string },
  filters: EntryFilters,
  { by, split }: Asked,
): void {
  const due = (what: string, got: unknown, value: unknown) =>
    expectSame('rule 1', request, what, got, value);
  const matching = matchEntries(snapshot.entries, filters);
  const sources = new Set(matching.flatMap(({ source }) => source?.id ?? [])).size;
  const fields = data.rows.filter(({ entries }) => entries > 0).length;
  due('by and split', { by: data.by, split: data.split }, { by, split });
  due('total', data.total, { ...countsOf(matching), fields, sources });
  const columns = dueColumns(snapshot, filters, by);
  due(
    'columns',
    data.columns.map(({ key }) => key),
    columns,
  );
  const partKeys = split && dueColumns(snapshot, filters, split);
  for (const { key, entries, meetings, parts } of data.columns) {
    const ofColumn = matchEntries(matching, columnFilter(by, key));
    due(`column ${key}`, { entries, meetings }, countsOf(ofColumn));
    due(`parts of column ${key}`, parts, partKeys && dueCells(ofColumn, split, partKeys));
  }
  const rows = dueRows(snapshot, filters);
  due(
    'rows',
    data.rows.map(({ field }) => field.id),
    rows,
  );
  for (const { field, entries, meetings, cells } of data.rows) {
    const ofRow = matchEntries(matching, { field: [field.id] });
    due(`row ${field.id}`, { entries, meetings }, countsOf(ofRow));
    const got = cells.map((cell) => ({
      key: cell.key,
      entries: cell.entries,
      meetings: cell.meetings,
    }));
    due(`cells of ${field.id}`, got, dueCells(ofRow, by, columns));
  }
}

function expectFacets(
  { snapshot }: CheckContext,
  { data, request }: { data: FieldSummary; request: string },
  filters: EntryFilters,
): void {
  for (const name of FACETS) {
    const { [name]: _own, ...others } = filters;
    const left = matchEntries(snapshot.entries, others);
    const due = (snapshot.choices[name] ?? []).map((value) => ({
      value: String(value),
      entries: matchEntries(left, { [name]: [value] }).length,
    }));
    const sorted = (counts: typeof due) =>
      name === 'exchangeYear' ? counts.toSorted((a, b) => (a.value < b.value ? -1 : 1)) : counts;
    const got = data.facets[name].map(({ value, entries }) => ({ value, entries }));
    expectSame('rule 5', request, `facet ${name}`, sorted(got), sorted(due));
  }
}

/** Random summaries of each kind, each looked through by one rule. */
function summaryCheck(
  rule: Rule,
  name: string,
  look: typeof expectCounts,
  questions: readonly Asked[],
): Check {
  return {
    rule,
    name,
    run: async (context) => {
      needWhole(context);
      for (const asked of questions)
        for (let round = 0; round < Math.ceil(context.rounds / questions.length); round += 1) {
          const filters = round === 0 ? {} : pickFilters(context.random, context.snapshot);
          const params = { ...filters, ...asked };
          look(context, await context.backend.get('/fields/summary', params), filters, asked);
        }
    },
  };
}

/** For records of any size: the summary's numbers against the lists' totals. */
const totalsOfCells: Check = {
  rule: 'rule 1',
  name: 'cells, rows and columns are the totals of their lists',
  run: async ({ backend, random, rounds }) => {
    const due = async (
      request: string,
      what: string,
      filters: EntryFilters,
      entries: number | undefined,
    ) => {
      const { data } = await backend.get('/entries', { ...filters, limit: 1 });
      expectSame('rule 1', request, what, entries ?? 0, data.total);
    };
    for (const by of ['kind', 'party', 'meeting'] as const) {
      const { data, request } = await backend.get('/fields/summary', { by });
      await due(request, 'total', {}, data.total.entries);
      if (data.columns.length === 0 || data.rows.length === 0) continue;
      for (let round = 0; round < Math.ceil(rounds / 6); round += 1) {
        const row = random.pick(data.rows);
        const { key } = random.pick(data.columns);
        const field = [row.field.id];
        const column = columnFilter(by, key);
        const cell = row.cells.find((one) => one.key === key);
        await due(request, `row ${row.field.id}`, { field }, row.entries);
        await due(request, `cell ${row.field.id} x ${key}`, { ...column, field }, cell?.entries);
      }
    }
  },
};

/** For records of any size: a split changes nothing else, adds up, and each part is the total of its list. */
const partsOfLists: Check = {
  rule: 'rule 1',
  name: 'columns are the sum of what they are split into, and all else is as without',
  run: async ({ backend, snapshot, random }) => {
    for (const { by, split } of DIVIDED) {
      const filters = pickFilters(random, snapshot);
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
      if (divided.length === 0 || isUnlisted) continue;
      const { key, parts = [] } = random.pick(divided);
      const part = random.pick(parts);
      const list = { ...filters, ...columnFilter(by, key), ...columnFilter(split, part.key) };
      const { data: due } = await backend.get('/entries', { ...list, limit: 1 });
      expectSame('rule 1', request, `part ${part.key} of ${key}`, part.entries, due.total);
    }
  },
};

const facetsOfLists: Check = {
  rule: 'rule 5',
  name: 'facets are the totals of what they would give',
  run: async ({ backend, snapshot, random, rounds }) => {
    for (let round = 0; round < Math.ceil(rounds / 4); round += 1) {
      const filters = pickFilters(random, snapshot);
      const { data, request } = await backend.get('/fields/summary', filters);
      const name = random.pick(FACETS);
      if (data.facets[name].length === 0) continue;
      const { value, entries } = random.pick(data.facets[name]);
      const chosen = { ...filters, [name]: [value] };
      const list = await backend.get('/entries', { ...chosen, limit: 1 });
      expectSame('rule 5', request, `facet ${name}=${value}`, entries, list.data.total);
    }
  },
};

export const COUNT_CHECKS: readonly Check[] = [
  summaryCheck(
    'rule 1',
    'total, rows, columns and cells under random filters',
    expectCounts,
    WHOLE,
  ),
  summaryCheck(
    'rule 1',
    'what columns are split into, under random filters',
    expectCounts,
    DIVIDED,
  ),
  partsOfLists,
  totalsOfCells,
  summaryCheck('rule 5', 'every facet under random filters', expectFacets, [{ by: 'kind' }]),
  facetsOfLists,
];
