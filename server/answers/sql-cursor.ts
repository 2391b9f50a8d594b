import { createHmac, timingSafeEqual } from 'node:crypto';

import { toWalk } from '#engine/requests/list-cursor.ts';
import { ParameterRefusal } from '#engine/requests/parameter-refusal.ts';
import { UnavailableError } from '../database/database-engine.ts';
import type { Edition } from '../edition.ts';

/** The last thing of a page: its sort key (null where it has none) and its place among equals. */
export type Place = { key: number | null; seq: number };

const SEAL_BYTES = 12;
/** How much of an edition's hash a cursor carries. */
const HASH_LENGTH = 12;
const FORM = /^(\d{1,10})-([\da-f]{12})\.(-?\d{1,10}|n)\.(\d{1,10})$/;

/**
 * Cursors that say where a page of which edition ended, sealed together with everything that must not change between
 * pages: the list, its filters and its order. Any server with the same secret reads them. One that has an older edition
 * yet than the page before cannot answer, which is no fault of the client's: {@link UnavailableError}.
 */
export function createCursors(list: string, params: object, edition: Edition, secret: string) {
  const hash = edition.contentHash.slice(0, HASH_LENGTH);
  // The edition stands in the place, for others to read.
  const walk = JSON.stringify([list, ...toWalk(params)]);
  const sealOf = (place: string) =>
    createHmac('sha256', secret).update(`${place}\n${walk}`).digest().subarray(0, SEAL_BYTES);
  return {
    format: ({ key, seq }: Place): string => {
      const place = `${edition.id}-${hash}.${key ?? 'n'}.${seq}`;
      return Buffer.concat([sealOf(place), Buffer.from(place)]).toString('base64url');
    },
    parse(cursor: string | undefined): Place | null {
      if (cursor === undefined) return null;
      const bytes = Buffer.from(cursor, 'base64url');
      const place = bytes.subarray(SEAL_BYTES).toString('latin1');
      const parts = FORM.exec(place);
      const isOfList =
        parts !== null &&
        bytes.toString('base64url') === cursor &&
        timingSafeEqual(bytes.subarray(0, SEAL_BYTES), sealOf(place));
      const isOfContent = isOfList && parts[2] === hash;
      if (isOfList && !isOfContent && Number(parts[1]) > edition.id)
        throw new UnavailableError('A cursor of an edition that has not arrived here yet', null);
      if (!isOfContent)
        throw new ParameterRefusal(
          'cursor',
          'This cursor belongs to another list or another data version',
        );
      return { key: parts[3] === 'n' ? null : Number(parts[3]), seq: Number(parts[4]) };
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
