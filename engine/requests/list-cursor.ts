import { DEFAULT_LIMIT } from '#src/api/params.ts';
import { toHash } from './hash.ts';
import { ParameterRefusal } from './parameter-refusal.ts';

const toBase64Url = (text: string) =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

function fromBase64Url(text: string): string | null {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
}

/**
 * Cursors of one walk. `walk` says everything that must not change between its pages: filters, sort and data version;
 * its hash is in the cursor, so that a cursor of another walk is refused instead of giving a wrong page.
 */
export function createCursors(walk: readonly unknown[]) {
  const hash = toHash(JSON.stringify(walk));
  const format = (position: number) => toBase64Url(`${position}.${toHash(`${position}.${hash}`)}`);
  return {
    format,
    /** The position that a cursor stands for; 0 without one. */
    parse(cursor: string | undefined, count: number): number {
      if (cursor === undefined) return 0;
      const position = Number(fromBase64Url(cursor)?.split('.')[0]);
      const isOwn = Number.isInteger(position) && position > 0 && position < count;
      if (!isOwn || format(position) !== cursor)
        throw new ParameterRefusal(
          'cursor',
          'This cursor belongs to another list or another data version',
        );
      return position;
    },
  };
}

type Page<Item> = { items: Item[]; total: number; nextCursor: string | null };

/** One page of a list that is short enough to be at hand whole. */
export function toPage<Item>(
  all: readonly Item[],
  params: { limit?: number | undefined; cursor?: string | undefined },
  walk: readonly unknown[],
): Page<Item> {
  const cursors = createCursors(walk);
  const start = cursors.parse(params.cursor, all.length);
  const end = start + (params.limit ?? DEFAULT_LIMIT);
  return {
    items: all.slice(start, end),
    total: all.length,
    nextCursor: end < all.length ? cursors.format(end) : null,
  };
}

/** The parameters that decide what a list holds and in which order, in a fixed order and without repetition: with the data version, what a walk must not change. */
export function toWalk(params: object): unknown[] {
  return Object.entries(params)
    .filter(([key, value]) => key !== 'cursor' && key !== 'limit' && value !== undefined)
    .map(([key, value]) => [
      key,
      Array.isArray(value) ? [...new Set(value.map(String))].toSorted() : value,
    ])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
