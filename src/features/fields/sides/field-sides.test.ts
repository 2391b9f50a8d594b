import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { FieldSummary, Entry } from '#src/api/schemas/entries.ts';
import { anyEntries } from '#tests/fixtures/entry-of.ts';
import { fieldSides } from './FieldSidesPanel.tsx';

const PARTIES = { first: 'north', second: 'south' };

/** The rows of a summary by party, counted anew. */
function rowsOf(entries: readonly Entry[]): FieldSummary['rows'] {
  const fields = new Map(
    entries.flatMap((entry) => entry.fields.map((field) => [field.id, field])),
  );
  return [...fields.values()].map((field) => {
    const own = entries.filter((entry) => entry.fields.some(({ id }) => id === field.id));
    const cells = [...Map.groupBy(own, ({ party }) => party)].map(([key, of]) => ({
      key,
      entries: of.length,
      meetings: 1,
    }));
    return { field, entries: own.length, meetings: 1, cells };
  });
}

describe('who raised a field', () => {
  it('is one party only where no entry of the other has it, and none that both say', () => {
    fc.assert(
      fc.property(anyEntries, fc.boolean(), (entries, isWithJoint) => {
        const sides = fieldSides({ rows: rowsOf(entries) }, PARTIES, isWithJoint);
        const raisedBy = (party: string) =>
          new Set(
            entries.flatMap((entry) =>
              entry.party === party || (isWithJoint && entry.party === 'joint')
                ? entry.fields.map(({ id }) => id)
                : [],
            ),
          );
        const [north, south] = [raisedBy('north'), raisedBy('south')];
        const idsOf = (side: keyof typeof sides) =>
          new Set(sides[side].map(({ field }) => field.id));
        const those = (of: Set<string>, isIn: (id: string) => boolean) =>
          new Set([...of].filter(isIn));
        expect(idsOf('first')).toEqual(those(north, (id) => !south.has(id)));
        expect(idsOf('second')).toEqual(those(south, (id) => !north.has(id)));
        expect(idsOf('both')).toEqual(those(north, (id) => south.has(id)));
      }),
    );
  });
});
