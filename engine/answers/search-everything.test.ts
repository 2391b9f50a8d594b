import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';

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

  test.each(
    [
      ['28', '28th', '28th meeting', 'Meeting 28', '#28', '№ 28'],
      ['第28次', '第二十八次会晤', '28-я', '28-я регулярная встреча'],
    ].flat(),
  )('by its number, written %s, before any other', (q) => {
    expect(found(q)[0]).toBe(28);
  });

  test.each(
    [
      [
        '2023-12-19',
        '19.12.2023',
        '2023/12/19',
        '20231219',
        '19 December 2023',
        'December 19, 2023',
      ],
      ['2023年12月19日', '19 декабря 2023', 'декабрь 2023', 'Dec 2023'],
    ].flat(),
  )('by its date, written %s, and no other by it', (q) => {
    expect(found(q)).toEqual([28]);
  });

  test.each([
    ['Mischustin', 'Мишустин'],
    ['Michoustin', 'Мишустин'],
    ['Mišustin', 'Мишустин'],
    ['Medwedew', 'Медведев'],
    ['Tschernomyrdin', 'Черномырдин'],
    ['Lǐ Qiáng', 'Li Qiang'],
    ['Saint Petersburg', 'Санкт-Петербург'],
    ['St. Petersburg', 'St Petersburg'],
    ['Peking', 'Beijing'],
    ['PEKING', '北京'],
  ])('by a name as another country writes it: %s finds what %s does', (foreign, own) => {
    expect(found(foreign)).toEqual(found(own));
    expect(found(foreign)).not.toEqual([]);
  });

  test('in traditional characters too', () => {
    expect(found('李強')).toEqual(found('李强'));
    expect(found('梅德韋傑夫')).toEqual(found('梅德韦杰夫'));
    expect(found('李強')).not.toEqual([]);
  });
});

test.each(['积石山', '積石山', 'Цзишишань', 'jishishan'])(
  'an entry is found by a place that it names, written %s, and so is it among the entries',
  (q) => {
    const entries = store.search({ q }).groups.find(({ type }) => type === 'entry');
    expect(entries?.items.map(({ id }) => id)).toEqual(['m28-08']);
    expect(store.listEntries({ q }).items.map(({ id }) => id)).toEqual(['m28-08']);
  },
);

test('a record that lists no other names is found by none', () => {
  const { otherNames, ...mechanism } = record.mechanism;
  const { search } = createStore({ ...record, mechanism });
  expect(otherNames).toHaveLength(8);
  for (const q of ['Chungking', '積石山', '海參崴']) expect(search({ q }).groups, q).toEqual([]);
  expect(search({ q: 'Jishishan' }).groups).not.toEqual([]);
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
