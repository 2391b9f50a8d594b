import { createHmac, timingSafeEqual } from 'node:crypto';

import { toWalk } from '#engine/requests/list-cursor.ts';
import { ParameterRefusal } from '#engine/requests/parameter-refusal.ts';

/** The last thing of a page: its sort key (null where it has none) and its place among equals. */
export type Place = { key: number | null; seq: number };

const SEAL_BYTES = 12;
const FORM = /^(-?\d{1,10}|n)\.(\d{1,10})$/;

/**
 * Cursors that say where a page ended, sealed together with everything that must not change between pages: the list,
 * its filters, its order and the data version. Any replica with the same secret reads them.
 */
export function createCursors(list: string, params: object, dataVersion: string, secret: string) {
  const walk = JSON.stringify([list, ...toWalk(params, dataVersion)]);
  const sealOf = (place: string) =>
    createHmac('sha256', secret).update(`${place}\n${walk}`).digest().subarray(0, SEAL_BYTES);
  return {
    format: ({ key, seq }: Place): string => {
      const place = `${key ?? 'n'}.${seq}`;
      return Buffer.concat([sealOf(place), Buffer.from(place)]).toString('base64url');
    },
    parse(cursor: string | undefined): Place | null {
      if (cursor === undefined) return null;
      const bytes = Buffer.from(cursor, 'base64url');
      const place = bytes.subarray(SEAL_BYTES).toString('latin1');
      const parts = FORM.exec(place);
      const isOwn =
        parts !== null &&
        bytes.toString('base64url') === cursor &&
        timingSafeEqual(bytes.subarray(0, SEAL_BYTES), sealOf(place));
      if (!isOwn)
        throw new ParameterRefusal(
          'cursor',
          'This cursor belongs to another list or another data version',
        );
      return { key: parts[1] === 'n' ? null : Number(parts[1]), seq: Number(parts[2]) };
    },
  };
}

/** Takes the one row off that only tells whether there is a next page. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  toCursor: (last: Row) => string,
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasNext = rows.length > limit && last !== undefined;
  return { items, nextCursor: hasNext ? toCursor(last) : null };
}
