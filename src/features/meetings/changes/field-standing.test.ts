import { describe, expect, test } from 'vitest';

import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { entryOf, fieldOf } from '#tests/fixtures/entry-of.ts';
import { leadingFields, fieldStandings, silentFields } from './FieldStandingsPanel.tsx';

const row = (id: string, entries: number, meetings: number) => ({
  field: fieldOf(id),
  entries,
  meetings,
  cells: [],
});
const summary: FieldSummary = {
  by: 'meeting',
  total: { entries: 20, meetings: 8, fields: 3, sources: 4 },
  columns: [],
  rows: [row('water', 12, 8), row('rail', 4, 4), row('sports', 2, 2), row('space', 0, 0)],
  facets: {
    group: [],
    field: [],
    party: [],
    kind: [],
    meeting: [],
    status: [],
    exchangeYear: [],
  },
};
const byName = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const entries = [
  entryOf({ id: 'e1', fields: ['water', 'rail'] }),
  entryOf({ id: 'e2', fields: ['rail'] }),
];

describe('the fields of a meeting', () => {
  test('count an entry in each of its fields, and stand against the mean of all meetings', () => {
    const standings = fieldStandings(entries, summary, byName);
    expect(
      standings.map(({ field, entries: count, average }) => [field.id, count, average]),
    ).toEqual([
      ['rail', 2, 0.5],
      ['water', 1, 1.5],
    ]);
  });

  test('stand without a mean while the mechanism’s counts are not there', () => {
    expect(fieldStandings(entries, undefined, byName).map(({ average }) => average)).toEqual([
      null,
      null,
    ]);
  });

  test('leave others unmentioned, most frequent first, and none that no meeting mentions', () => {
    expect(silentFields(entries, summary)).toEqual([{ field: fieldOf('sports'), meetings: 2 }]);
  });
});

describe('the fields that lead', () => {
  const standing = (id: string, count: number) => ({
    field: { id, name: { en: id }, group: 'group' },
    entries: count,
    average: null,
    meetings: null,
  });
  const lead = (...counts: number[]) => {
    const { kind, fields } = leadingFields(counts.map((count, at) => standing(`f${at}`, count)));
    return [kind, fields.length];
  };

  test('are several where these have as many, and none where a field is alone', () => {
    expect(lead(3)).toEqual(['only', 1]);
    expect(lead(3, 2)).toEqual(['leader', 1]);
    expect(lead(3, 3, 1)).toEqual(['tie', 2]);
  });
});
