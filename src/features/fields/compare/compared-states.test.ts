import { expect, it } from 'vitest';

import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { compareStates } from './ComparePanel.tsx';

const summaryOf = (counts: Record<string, number>): FieldSummary => ({
  by: 'kind',
  total: { entries: 0, meetings: 0, fields: 0, sources: 0 },
  columns: [],
  rows: Object.entries(counts).map(([id, entries]) => ({
    field: { id, name: { en: id }, group: 'group' },
    entries,
    meetings: 0,
    cells: [],
  })),
  facets: { group: [], field: [], party: [], kind: [], meeting: [], status: [], exchangeYear: [] },
});

it('puts every field of any state on one scale, a field that a state lacks as nothing', () => {
  const { rows, max } = compareStates([
    summaryOf({ energy: 2, sports: 5 }),
    summaryOf({ energy: 9, customs: 1, media: 0 }),
  ]);
  expect(rows.map(({ field, counts }) => [field.id, ...counts])).toEqual([
    ['energy', 2, 9],
    ['sports', 5, 0],
    ['customs', 0, 1],
  ]);
  expect(max).toBe(9);
  expect(compareStates([])).toEqual({ rows: [], max: 0 });
});
