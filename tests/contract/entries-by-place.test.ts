import { expect, it } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';
import { entriesByPlace } from '#src/features/sources/SourceEntries.tsx';

const store = createStore(await readRecord());
const placesOf = (source: string) =>
  entriesByPlace(store.listEntries({ source: [source], limit: 500 }).items, source);

it('what rests on a document stands in its own order, each entry once', () => {
  const places = placesOf('seed-28');
  expect(places.map(({ locator }) => locator)).toEqual(
    [1, 2, 3, 4, 5].map((paragraph) => `paragraph ${paragraph}`),
  );
  expect(places.flatMap(({ entries }) => entries)).toHaveLength(23);
});

it('several paragraphs stand by their first, and what has no place comes last', () => {
  for (const { id } of store.listSources({ limit: 500 }).items) {
    const locators = placesOf(id).map(({ locator }) => locator);
    expect(locators.slice(0, -1), id).not.toContain(null);
    const firsts = locators.flatMap(
      (locator) => /^paragraphs? (\d+)/.exec(locator ?? '')?.[1] ?? [],
    );
    expect(firsts.map(Number), id).toEqual(firsts.map(Number).toSorted((a, b) => a - b));
  }
});
