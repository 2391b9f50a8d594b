import { describe, expect, test } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';

const record = await readRecord();
const store = createStore(record);
const listed = (to?: string) => store.listSources({ limit: 500, ...(to !== undefined && { to }) });

describe('documents as of a date', () => {
  test.each(['1996-12-31', '2010', '2019-06', '2023-12-19'])(
    'up to %s carry as many entries as the list of entries holds for each',
    (to) => {
      const { items, total } = listed(to);
      expect(total).toBeLessThan(record.sources.length);
      for (const { id, entries } of items)
        expect(store.listEntries({ source: [id], to, limit: 1 }).total, id).toBe(entries);
    },
  );

  test('leave out none on which something rests by then', () => {
    const to = '2015';
    const kept = new Set(listed(to).items.map(({ id }) => id));
    for (const { id } of record.sources)
      if (store.listEntries({ source: [id], to, limit: 1 }).total > 0) expect(kept).toContain(id);
  });
});

describe('the languages of documents', () => {
  test('say what choosing one would give', () => {
    for (const { language, sources } of listed().languages)
      expect(store.listSources({ language: [language] }).total, language).toBe(sources);
  });

  test('are counted without the choice of a language itself', () => {
    expect(store.listSources({ language: ['ru'] }).languages).toEqual(listed().languages);
  });
});
