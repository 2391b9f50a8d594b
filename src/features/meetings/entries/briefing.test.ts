import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { anyEntries, entryOf } from '#tests/fixtures/entry-of.ts';
import { type Briefing, toBriefing } from './briefing.ts';

const PARTIES = ['north', 'south'];
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

/** Every entry of a briefing, in reading order. */
function entriesOf({ signed, announced, said, other }: Briefing) {
  const columns = [
    ...signed,
    ...announced,
    ...said.aligned.flatMap((row) => row.columns),
    ...said.apart,
  ];
  return [
    ...columns.flatMap((column) => column.entries),
    ...said.joint,
    ...other.flatMap((column) => column.entries),
  ];
}

describe('a briefing', () => {
  test('parts what was signed, announced and said', () => {
    const briefing = toBriefing(
      [
        entryOf({ id: 'communique', kind: 'communique' }),
        entryOf({ id: 'minutes', kind: 'minutes' }),
        entryOf({ id: 'years', kind: 'announcement' }),
        entryOf({ id: 'wish', kind: 'priority', party: 'south' }),
        entryOf({ id: 'both', kind: 'statement' }),
      ],
      PARTIES,
    );
    expect(briefing.signed.map(({ party, entries }) => [party, ids(entries)])).toEqual([
      ['joint', ['communique', 'minutes']],
    ]);
    expect(briefing.announced.flatMap(({ entries }) => ids(entries))).toEqual(['years']);
    expect(briefing.said.apart.map(({ party, entries }) => [party, ids(entries)])).toEqual([
      ['south', ['wish']],
    ]);
    expect(ids(briefing.said.joint)).toEqual(['both']);
  });

  test('sets side by side what both parties say of one field', () => {
    const { said } = toBriefing(
      [
        entryOf({ id: 'n-water', party: 'north', fields: ['water'] }),
        entryOf({ id: 'n-rail', party: 'north', fields: ['rail'] }),
        entryOf({ id: 's-water', party: 'south', fields: ['trade', 'water'], kind: 'priority' }),
      ],
      PARTIES,
    );
    expect(said.aligned.map(({ field }) => field.id)).toEqual(['water']);
    expect(said.aligned[0]?.columns.map(({ entries }) => ids(entries))).toEqual([
      ['n-water'],
      ['s-water'],
    ]);
    expect(said.apart.flatMap(({ entries }) => ids(entries))).toEqual(['n-rail']);
  });

  test('holds each entry exactly once, whatever the record says', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const shown = ids(entriesOf(toBriefing(entries, PARTIES)));
        expect(shown.toSorted()).toEqual(ids(entries).toSorted());
      }),
    );
  });

  test('aligns only rows in which every party speaks', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        for (const { field, columns } of toBriefing(entries, PARTIES).said.aligned) {
          expect(columns.map(({ party }) => party)).toEqual(PARTIES);
          for (const column of columns) {
            expect(column.entries.length).toBeGreaterThan(0);
            for (const entry of column.entries) {
              expect(entry.fields.map(({ id }) => id)).toContain(field.id);
              expect(entry.party).toBe(column.party);
            }
          }
        }
      }),
    );
  });
});
