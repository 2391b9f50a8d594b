import fc from 'fast-check';
import { expect, it } from 'vitest';

import { heatClass, heatClasses } from './heat-classes.ts';

it('has a class for every count, which is the one that the key says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), (max) => {
      const classes = heatClasses(max);
      expect(classes.at(0)?.from).toBe(1);
      expect(classes.at(-1)?.to).toBe(max);
      for (let count = 1; count <= max; count += 1) {
        const holding = classes.filter(({ from, to }) => from <= count && count <= to);
        expect(holding.map(({ level }) => level)).toEqual([heatClass(count, max)]);
      }
    }),
    { numRuns: 30 },
  );
});

it('leaves out what holds no count', () => {
  expect(heatClasses(1)).toEqual([{ level: 5, from: 1, to: 1 }]);
});
