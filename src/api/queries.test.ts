import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';

import { createApi } from './client.ts';
import { entryWalkQuery } from './queries.ts';

const EMPTY = { items: [], total: 0, nextCursor: null };

test('a day of choices leaves the latest walks in memory, and only those', async () => {
  const api = createApi('http://localhost/api', () => Promise.resolve(Response.json(EMPTY)));
  const client = new QueryClient();
  for (let choice = 0; choice < 200; choice += 1) {
    await client.infiniteQuery(entryWalkQuery(api, { q: `word ${choice}` }));
  }
  const kept = client.getQueryCache().findAll({ queryKey: ['entryWalk'] });
  const words = kept.map(({ queryKey }) => (queryKey[1] as { q: string }).q);
  expect(words.length).toBeLessThan(30);
  expect(words).toContain('word 199');
  expect(words).toContain('word 190');
  expect(words).not.toContain('word 0');
});
