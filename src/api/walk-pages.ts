import { ApiError } from './errors.ts';

interface Page<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}
interface CountedPage extends Page<{ id: string } | { ordinal: number }> {
  total: number;
}

interface AskedPage {
  /** The request's. */
  address: string;
  /** The list's, without how it is cut into pages. */
  list: string;
  cursor: string | undefined;
}

/** How far a list has come before a page of it. */
interface Before {
  count: number;
  total: number;
  /** Of the first page and of the last one: where cursors are not heeded, or rows have moved, they come again. */
  first: readonly (string | number)[];
  last: readonly (string | number)[];
}

/** So many pages are remembered; of what is longer ago, no next page is asked for. */
const REMEMBERED = 500;

/** The first place at which a page does not go on from what came before it; null where it does. */
function findBreak(page: CountedPage, ids: Before['first'], before: Before): string | null {
  const { total, nextCursor } = page;
  const known = new Set([...before.first, ...before.last]);
  const again = ids.findIndex((id) => known.size === known.add(id).size);
  if (again >= 0) return `items.${again}`;
  const count = before.count + ids.length;
  const isOver = count >= total || ids.length === 0;
  if (total !== before.total || count > total) return 'total';
  if (nextCursor === null) return count < total ? 'total' : null;
  return isOver ? 'nextCursor' : null;
}

/**
 * Holds each page of a backend's lists against those before it: a cursor that is not heeded or never ends would be asked
 * on and on, and what has moved between two pages would be listed twice, or left out.
 * @returns what looks at a page; it throws a contract error that names the first property that broke it
 */
export function createPageCheck(): (asked: AskedPage, page: CountedPage) => void {
  const remembered = new Map<string, Before>();
  return ({ address, list, cursor }, page) => {
    const keyOf = (next: string) => `${list} ${next}`;
    const ids = page.items.map((item) => ('id' in item ? item.id : item.ordinal));
    const before =
      cursor === undefined
        ? { count: 0, total: page.total, first: [], last: [] }
        : remembered.get(keyOf(cursor));
    if (before === undefined) return;
    const place = findBreak(page, ids, before);
    if (place !== null)
      throw new ApiError('contract', { address, message: 'The pages do not fit together', place });
    if (page.nextCursor === null) return;
    const first = cursor === undefined ? ids : before.first;
    remembered.set(keyOf(page.nextCursor), {
      count: before.count + ids.length,
      total: page.total,
      first,
      last: ids,
    });
    const [oldest] = remembered.size > REMEMBERED ? remembered.keys() : [];
    if (oldest !== undefined) remembered.delete(oldest);
  };
}

/** The pages of a list one after another; `null` asks for the first. */
export async function* pagesOf<P extends Page<unknown>>(
  ask: (cursor: string | null) => Promise<P>,
): AsyncGenerator<P, void, undefined> {
  let cursor: string | null = null;
  do {
    const page: P = await ask(cursor);
    yield page;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** Everything on a list, page after page in its order; `null` asks for the first page. */
export async function walkPages<Item>(
  ask: (cursor: string | null) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pagesOf(ask)) items.push(...page.items);
  return items;
}
