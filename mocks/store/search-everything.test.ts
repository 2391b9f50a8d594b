import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { createStore } from './store.ts';

const record = await readRecord();
const store = createStore(record);
const found = (q: string) =>
  store
    .search({ q, limit: 50 })
    .groups.find(({ type }) => type === 'meeting')
    ?.items.map(({ id }) => Number(id)) ?? [];
const namesOf = (items: readonly { id: string; name: Record<string, string> }[], id: string) =>
  Object.values(items.find((item) => item.id === id)?.name ?? {});

describe('every meeting on record is found', () => {
  test.each(record.meetings.map((meeting) => [meeting.ordinal, meeting] as const))(
    'number %i: by ordinal, date, city and either co-chair, in every script',
    (ordinal, { date, place, coChairs }) => {
      expect(found(String(ordinal))[0]).toBe(ordinal);
      expect(found(date)).toContain(ordinal);
      const names = [
        ...(place === null ? [] : namesOf(record.places, place)),
        ...coChairs.flatMap(({ person }) => namesOf(record.people, person)),
      ];
      for (const name of names) {
        expect(found(name), name).toContain(ordinal);
        expect(found(name.toUpperCase()), name).toContain(ordinal);
        expect(found(name.replaceAll(' ', '')), name).toContain(ordinal);
      }
    },
  );

  test('in traditional characters too', () => {
    expect(found('李強')).toEqual(found('李强'));
    expect(found('梅德韋傑夫')).toEqual(found('梅德韦杰夫'));
    expect(found('李強')).not.toEqual([]);
  });
});

describe('no query does harm', () => {
  test.each(['.*+?^${}()|[]\\', '(a+)+$', '\u202Eשלום\u202C', '\uD800', '%00', "' OR 1=1 --"])(
    '%j finds nothing and breaks nothing',
    (q) => {
      expect(store.search({ q }).groups).toEqual([]);
    },
  );

  test('whatever is typed, every total is at least as long as its items', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (q) => {
        for (const { total, items } of store.search({ q }).groups)
          expect(items.length).toBeLessThanOrEqual(total);
      }),
    );
  });
});
