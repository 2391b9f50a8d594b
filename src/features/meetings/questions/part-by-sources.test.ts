import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { partBySources } from './OpenQuestions.tsx';

const textsOf = (text: string, ids: string[]) => partBySources(text, ids).map((part) => part.text);

test('parts a note at each source that it names, and at no word that only begins like one', () => {
  expect(textsOf('Six (a-1) against eight (a-1-b).', ['a-1', 'a-1-b'])).toEqual([
    'Six (',
    'a-1',
    ') against eight (',
    'a-1-b',
    ').',
  ]);
  expect(textsOf('Both a-1-x and xa-1', ['a-1'])).toEqual(['Both a-1-x and xa-1']);
});

test('loses nothing of a text, whatever it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, ids) => {
      expect(textsOf(text, ids).join('')).toBe(text);
    }),
  );
});
