import type { EntryFilters } from '#src/api/params.ts';
import type { SummaryDimension } from '#src/api/schemas/entries.ts';
import type { Answer } from './backend.ts';
import { type Check, type Context, expectCount, need, needSome, totalOf } from './check.ts';
import { Broken, Untried } from './outcome.ts';

type Summary = Answer<'/fields/summary'>;

const sum = (counts: readonly { entries: number }[]) =>
  counts.reduce((all, { entries }) => all + entries, 0);

/** What opens a column's list. */
function columnFilters(by: SummaryDimension, key: string): EntryFilters {
  if (by === 'year') return { from: key, to: key };
  if (by === 'meeting') return { meeting: [Number(key)] };
  return { [by]: [key] };
}

/** The largest cell of a summary's first and of its last row, and the largest column: a slip is rarely in one place. */
async function expectTotals(context: Context, { request, data }: Summary): Promise<void> {
  const filled = data.rows.filter(({ cells }) => cells.length > 0);
  const first = needSome(filled[0]);
  const rows = new Set([first, filled.at(-1) ?? first]);
  for (const row of rows) {
    const [cell] = row.cells.toSorted((a, b) => b.entries - a.entries);
    if (cell === undefined) continue;
    const field = [row.field.id];
    const due = await totalOf(context, { ...columnFilters(data.by, cell.key), field });
    expectCount(request, `${row.field.id} × ${cell.key}`, cell.entries, due);
  }
  const [column] = data.columns.toSorted((a, b) => b.entries - a.entries);
  if (column === undefined) return;
  const due = await totalOf(context, columnFilters(data.by, column.key));
  expectCount(request, column.key, column.entries, due);
}

const totals: Check<'totals'> = {
  id: 'totals',
  rule: 'counts',
  run: async (context) => {
    const summary = need(context, '/fields/summary');
    const list = need(context, '/entries');
    expectCount(summary.request, 'total', summary.data.total.entries, list.data.total);
    await expectTotals(context, summary);
  },
};

const meetingTotals: Check<'meeting-totals'> = {
  id: 'meeting-totals',
  rule: 'counts',
  run: async (context) =>
    expectTotals(context, await context.backend.get('/fields/summary', { by: 'meeting' })),
};

/** What columns are split into: together the whole column, and the largest part of all is the length of its list. */
const partsOfColumns: Check<'parts'> = {
  id: 'parts',
  rule: 'counts',
  run: async (context) => {
    const whole = need(context, '/fields/summary');
    const asked = { by: 'meeting', split: 'kind' };
    const { request, data } = await context.backend.get('/fields/summary', asked);
    needSome(data.columns[0]);
    expectCount(request, 'total', sum(data.columns), whole.data.total.entries);
    for (const { key, entries, parts = [] } of data.columns)
      expectCount(request, key, sum(parts), entries);
    const all = data.columns.flatMap(({ key, parts = [] }) =>
      parts.map((part) => ({ ...part, column: key })),
    );
    for (const { key, entries } of whole.data.columns)
      expectCount(request, key, sum(all.filter((part) => part.key === key)), entries);
    const { column, key, entries } = needSome(all.toSorted((a, b) => b.entries - a.entries)[0]);
    const due = await totalOf(context, { meeting: [Number(column)], kind: [key] });
    expectCount(request, `${column} × ${key}`, entries, due);
  },
};

/** Every row and column, where the first answer holds all entries: then they can be counted here. */
const recount: Check<'recount'> = {
  id: 'recount',
  rule: 'counts',
  run: (context) => {
    const { request, data } = need(context, '/fields/summary');
    const { items } = need(context, '/entries').data;
    needSome(items[0]);
    if (items.length !== data.total.entries) throw new Untried('too-many');
    const meetings = (entries: typeof items) => new Set(entries.map((one) => one.meeting.ordinal));
    for (const { field, ...row } of data.rows) {
      const own = items.filter((entry) => entry.fields.some(({ id }) => id === field.id));
      expectCount(request, field.id, row.entries, own.length);
      expectCount(request, `${field.id}: meetings`, row.meetings, meetings(own).size);
    }
    for (const { key, entries } of data.columns)
      expectCount(request, key, entries, items.filter(({ kind }) => kind === key).length);
    for (const { field, entries, cells } of data.rows)
      expectCount(request, field.id, sum(cells), entries);
  },
};

const ownFacet: Check<'own-facet'> = {
  id: 'own-facet',
  rule: 'facets',
  run: async (context) => {
    const { facets, columns } = need(context, '/fields/summary').data;
    const [column] = columns.toSorted((a, b) => b.entries - a.entries);
    const kind = needSome(column).key;
    const { request, data } = await context.backend.get('/fields/summary', { kind: [kind] });
    for (const { value, entries } of facets.kind) {
      const got = data.facets.kind.find((facet) => facet.value === value)?.entries ?? 0;
      expectCount(request, `kind=${value}`, got, entries);
    }
    const [other] = data.facets.status.toSorted((a, b) => b.entries - a.entries);
    const { value, entries } = needSome(other);
    const due = await totalOf(context, { kind: [kind], status: [value] });
    expectCount(request, `status=${value}`, entries, due);
  },
};

const narrowing: Check<'narrowing'> = {
  id: 'narrowing',
  rule: 'filters',
  run: async (context) => {
    const { request, data } = need(context, '/fields/summary');
    const [a, b] = data.facets.kind.toSorted((x, y) => y.entries - x.entries);
    const [first, second] = [needSome(a), needSome(b)];
    const either = await context.backend.get('/entries', {
      kind: [first.value, second.value],
      limit: 1,
    });
    // An entry has one kind, so that either of two is exactly both together.
    const due = first.entries + second.entries;
    if (either.data.total !== due)
      throw new Broken(either.request, 'either', { got: either.data.total, due });
    const [party] = data.facets.party.toSorted((x, y) => y.entries - x.entries);
    const chosen = { kind: [first.value], party: [needSome(party).value] };
    const both = await totalOf(context, chosen);
    const most = Math.min(first.entries, party?.entries ?? 0);
    if (both > most) throw new Broken(request, 'raised', { got: both, due: most });
  },
};

export const COUNT_CHECKS = [totals, meetingTotals, partsOfColumns, recount];
export const FACET_CHECKS = [ownFacet];
export const NARROWING_CHECKS = [narrowing];
