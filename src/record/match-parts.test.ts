import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { matchParts } from './MarkedText.tsx';

const found = (text: string, query: string) =>
  matchParts(text, query)
    .filter(({ isMatch }) => isMatch)
    .map((part) => part.text);

describe('the words of the text filter in an entry', () => {
  it('are found whatever their case and accents', () => {
    expect(found('The joint Communiqué was signed', 'communique SIGNED')).toEqual([
      'Communiqué',
      'signed',
    ]);
    expect(found('Договорённости ёмкие', 'договоренности')).toEqual(['Договорённости']);
  });

  it('leave the text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
        expect(
          matchParts(text, query)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('are taken as they are written, not as a pattern', () => {
    expect(found('Prices (2023) rose', '(2023)')).toEqual(['(2023)']);
    expect(found('Prices rose', '.*')).toEqual([]);
  });
});
