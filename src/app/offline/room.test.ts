import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MOST_ANSWERS, MOST_LENGTH, withoutRoom } from './kept-answers.ts';

const answers = fc.array(
  fc.record({
    savedAt: fc.integer({ min: 0, max: 1000 }),
    length: fc.integer({ min: 0, max: MOST_LENGTH / 20 }),
  }),
  { maxLength: 2 * MOST_ANSWERS, size: 'max' },
);
const sum = (kept: readonly { length: number }[]) =>
  kept.reduce((total, { length }) => total + length, 0);

describe('what is kept', () => {
  it('never takes more room than it has, and leaves the oldest first', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const gone = new Set(withoutRoom(all));
        const left = all.filter((answer) => !gone.has(answer));
        expect(left.length).toBeLessThanOrEqual(MOST_ANSWERS);
        expect(sum(left)).toBeLessThanOrEqual(MOST_LENGTH);
        const oldestLeft = Math.min(...left.map(({ savedAt }) => savedAt));
        for (const { savedAt } of gone) expect(savedAt).toBeLessThanOrEqual(oldestLeft);
      }),
    );
  });

  it('stays whole while there is room, and gives up one for one more', () => {
    const few = Array.from({ length: MOST_ANSWERS }, (_, savedAt) => ({ savedAt, length: 100 }));
    expect(withoutRoom(few)).toEqual([]);
    expect(withoutRoom([...few, { savedAt: MOST_ANSWERS, length: 100 }])).toEqual([few[0]]);
  });
});
