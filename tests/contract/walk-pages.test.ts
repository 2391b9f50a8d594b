import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createHandler } from '#engine/requests/answer-requests.ts';
import { readRecord } from '#mocks/read-record.ts';
import { createApi } from '#src/api/client.ts';
import { walkPages } from '#src/api/walk-pages.ts';

const BASE = 'http://backend.test/api/v1';
const record = await readRecord();
const handler = createHandler(record, { baseUrl: BASE });

interface Answer {
  items: Record<string, unknown>[];
  total: number;
  nextCursor: string | null;
}
/** Changes the so-many-th answer, from 0, of a list. */
type Spoil = (answer: Answer, turn: number) => Partial<Answer>;

/** Walks through all entries, or all sources, of a backend that answers otherwise than it should. */
async function walk(list: 'entries' | 'sources', spoil: Spoil, limit = 50) {
  let turn = 0;
  const api = createApi(BASE, async (request) => {
    const real = (await (await handler(request)).json()) as Answer;
    const changed = { ...real, ...spoil(real, turn) };
    turn += 1;
    return Response.json(changed);
  });
  const items = walkPages<{ id: string }>((cursor) =>
    api[list]({ limit, ...(cursor !== null && { cursor }) }),
  );
  return { items: await items.catch((error: unknown) => error), asked: turn };
}

const first = new Map<string, Answer>();
const BROKEN: Record<string, { spoil: Spoil; place: string; asked: number }> = {
  'does not heed its cursor': {
    spoil: (answer, turn) => {
      if (turn === 0) first.set('', answer);
      return { ...first.get(''), nextCursor: 'same' };
    },
    place: 'items.0',
    asked: 2,
  },
  'gives the last row of a page again': {
    spoil: (answer, turn) => {
      if (turn === 0) first.set('', answer);
      const last = first.get('')?.items.at(-1);
      return turn === 1 && last ? { items: [last, ...answer.items.slice(1)] } : {};
    },
    place: 'items.0',
    asked: 2,
  },
  'has another total by then': {
    spoil: ({ total }, turn) => ({ total: total + turn }),
    place: 'total',
    asked: 2,
  },
  'has more than its total': { spoil: () => ({ total: 7 }), place: 'total', asked: 1 },
  'ends before its total': { spoil: () => ({ nextCursor: null }), place: 'total', asked: 1 },
  'has nothing on a page, and goes on': {
    spoil: (_answer, turn) => (turn === 2 ? { items: [] } : {}),
    place: 'nextCursor',
    asked: 3,
  },
};

describe.each(['entries', 'sources'] as const)('a list of %s', (list) => {
  it.each(Object.entries(BROKEN))('that %s is told, and not gone on with', async (_, broken) => {
    const { items, asked } = await walk(list, broken.spoil);
    expect(items).toMatchObject({ name: 'ApiError', kind: 'contract', place: broken.place });
    expect(asked).toBe(broken.asked);
  });

  it('that goes on after its last row is told', async () => {
    const { items } = await walk(list, ({ nextCursor }) => ({ nextCursor: nextCursor ?? 'on' }));
    expect(items).toMatchObject({ kind: 'contract', place: 'nextCursor' });
  });

  it('that keeps the contract is walked through, whatever its pages are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 7, max: 200 }), async (limit) => {
        const { items } = await walk(list, () => ({}), limit);
        const ids = (items as { id: string }[]).map(({ id }) => id);
        expect(ids).toHaveLength(record[list].length);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 10 },
    );
  });
});
