import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mentionOf } from './SearchResults.tsx';

const allOf = (meetings: readonly number[], total = meetings.length) =>
  meetings.map((_, at) =>
    mentionOf(
      meetings.map((meeting) => ({ meeting })),
      total,
      at,
    ),
  );

describe('a mention', () => {
  it('is the only one, the first or the latest, and said of no other', () => {
    expect(allOf([28])).toEqual(['only']);
    expect(allOf([30, 28, 5])).toEqual(['latest', null, 'first']);
    expect(allOf([30, 28], 7)).toEqual(['latest', null]);
    expect(allOf([30, 30, 5, 5])).toEqual([null, null, null, null]);
  });

  it('stands alone at the first or the last of the meetings, whatever was found', () => {
    const meetings = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(meetings, fc.nat({ max: 3 }), (found, unseen) => {
        const sorted = found.toSorted((a, b) => b - a);
        const total = sorted.length + unseen;
        for (const [at, mention] of allOf(sorted, total).entries()) {
          const isAlone = sorted.filter((meeting) => meeting === sorted[at]).length === 1;
          if (mention !== null) expect(isAlone).toBe(true);
          if (mention === 'first') expect([sorted[at], unseen]).toEqual([Math.min(...sorted), 0]);
          if (mention === 'latest') expect(sorted[at]).toBe(Math.max(...sorted));
        }
      }),
    );
  });
});
