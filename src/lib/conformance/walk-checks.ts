import type { Entry } from '#src/api/schemas/entries.ts';
import { type Check, type Context, expectCount, need, needSome } from './check.ts';
import { Broken } from './outcome.ts';

/** What the short pages are joined to; long enough for a slip at a border to show. */
const JOINED = 24;
const SHORT_PAGES = [5, 1, 18];
const MOST_WALKED = 90;
const WALKED_PAGES = 3;

/** By code point, as the contract has it: iterating a text gives whole characters. */
function compareText(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  const at = x.findIndex((character, index) => character !== y[index]);
  if (at === -1) return x.length - y.length;
  return (x[at]?.codePointAt(0) ?? 0) - (y[at]?.codePointAt(0) ?? -1);
}

const idsOf = (items: readonly Entry[]) => items.map(({ id }) => id);

function expectNoneTwice(request: string, ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Broken(request, 'repeated', { id: twice });
}

/** Page after page with the given lengths, until the list or the lengths end. */
async function walk(context: Context, params: object, lengths: readonly number[], total: number) {
  const ids: string[] = [];
  let cursor: string | null = null;
  let request = '';
  for (const limit of lengths) {
    const asked: object = { ...params, limit, ...(cursor !== null && { cursor }) };
    const page: Awaited<ReturnType<typeof context.backend.get<'/entries'>>> =
      await context.backend.get('/entries', asked);
    ({ request } = page);
    const { items, nextCursor } = page.data;
    if (items.length > limit)
      throw new Broken(request, 'page-length', { got: items.length, due: limit });
    expectCount(request, 'total', page.data.total, total);
    ids.push(...idsOf(items));
    cursor = nextCursor;
    if (cursor === null) break;
  }
  expectNoneTwice(request, ids);
  return { ids, request, hasMore: cursor !== null };
}

const pagesJoin: Check<'pages-join'> = {
  id: 'pages-join',
  rule: 'walks',
  run: async (context) => {
    const { items, total } = need(context, '/entries').data;
    needSome(items[0]);
    const due = idsOf(items).slice(0, JOINED);
    const { ids, request } = await walk(context, {}, SHORT_PAGES, total);
    const at = due.findIndex((id, index) => id !== ids[index]);
    if (at !== -1)
      throw new Broken(request, 'other-pages', { got: ids[at] ?? '–', due: due[at] ?? '–' });
  },
};

const wholeWalk: Check<'whole-walk'> = {
  id: 'whole-walk',
  rule: 'walks',
  run: async (context) => {
    const { rows } = need(context, '/fields/summary').data;
    const [row] = rows
      .filter(({ entries }) => entries > 1 && entries <= MOST_WALKED)
      .toSorted((a, b) => b.entries - a.entries);
    const { field, entries } = needSome(row);
    const lengths = Array.from({ length: WALKED_PAGES }, () => Math.ceil(entries / WALKED_PAGES));
    const params = { field: [field.id], sort: 'meeting' };
    const { ids, request, hasMore } = await walk(context, params, lengths, entries);
    expectCount(request, field.id, ids.length, entries);
    if (hasMore) throw new Broken(request, 'page-length', { got: entries + 1, due: entries });
  },
};

/** Neighbours have to stand in the order asked for; ties by id. */
function expectOrder(request: string, items: readonly Entry[], sign: 1 | -1, key: 'text' | null) {
  for (const [index, entry] of items.entries()) {
    const next = items[index + 1];
    if (next === undefined) return;
    const byKey =
      key === null
        ? entry.meeting.ordinal - next.meeting.ordinal
        : compareText(entry.text, next.text);
    const isWrong = byKey === 0 ? compareText(entry.id, next.id) > 0 : sign * byKey > 0;
    if (isWrong) throw new Broken(request, 'order', { first: entry.id, second: next.id });
  }
}

const orders: Check<'orders'> = {
  id: 'orders',
  rule: 'walks',
  run: async (context) => {
    const latest = need(context, '/entries');
    needSome(latest.data.items[0]);
    expectOrder(latest.request, latest.data.items, -1, null);
    for (const [sort, sign] of [
      ['text', 1],
      ['-text', -1],
    ] as const) {
      const { request, data } = await context.backend.get('/entries', { sort, limit: JOINED });
      expectOrder(request, data.items, sign, 'text');
    }
  },
};

const meetingOrder: Check<'meeting-order'> = {
  id: 'meeting-order',
  rule: 'walks',
  run: async (context) => {
    needSome(need(context, '/meetings').data.items[0]);
    const { request, data } = await context.backend.get('/meetings', { sort: '-entries' });
    for (const [index, one] of data.items.entries()) {
      const next = data.items[index + 1];
      const isWrong =
        next !== undefined && (next.entries - one.entries || one.ordinal - next.ordinal) > 0;
      if (isWrong) throw new Broken(request, 'order', { first: one.ordinal, second: next.ordinal });
    }
  },
};

export const WALK_CHECKS = [pagesJoin, wholeWalk, orders, meetingOrder];
