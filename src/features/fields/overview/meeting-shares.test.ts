import { describe, expect, it } from 'vitest';

import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { fieldOf } from '#tests/fixtures/entry-of.ts';
import { meetingShares } from './FieldsPanel.tsx';

const row = (id: string, entries: number, here: number) => ({
  field: fieldOf(id),
  entries,
  meetings: 1,
  cells: here > 0 ? [{ key: '2', entries: here, meetings: 1 }] : [],
});
const summary: FieldSummary = {
  by: 'meeting',
  total: { entries: 20, meetings: 2, fields: 3, sources: 4 },
  columns: [
    { key: '1', entries: 15, meetings: 1 },
    { key: '2', entries: 5, meetings: 1 },
  ],
  rows: [row('water', 12, 1), row('sports', 2, 0), row('rail', 4, 4), row('space', 0, 0)],
  facets: { group: [], field: [], party: [], kind: [], meeting: [], status: [], exchangeYear: [] },
};
const read = (...options: [meeting: number | null, chosen: string[], atMost: number]) =>
  meetingShares(summary, ...options).map(({ field, here, all }) => [
    field.id,
    [here.entries, here.share],
    [all.entries, all.share],
  ]);

describe('what share of the entries a field has', () => {
  it('is of the meeting’s own entries, beside that of all', () => {
    expect(read(2, [], 10)).toEqual([
      ['water', [1, 0.2], [12, 0.6]],
      ['rail', [4, 0.8], [4, 0.2]],
      ['sports', [0, 0], [2, 0.1]],
    ]);
  });

  it('is nothing at a meeting without entries, and where none is chosen', () => {
    expect(read(3, [], 1)).toEqual([['water', [0, 0], [12, 0.6]]]);
    expect(read(null, [], 1)).toEqual([['water', [0, 0], [12, 0.6]]]);
  });

  it('leaves no chosen field out of the leading ones', () => {
    expect(read(2, ['space'], 2).map(([id]) => id)).toEqual(['water', 'space']);
  });
});
