import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import { NO_FILTERS, type Filters, type Ignored, type Vocabulary } from './filters.ts';
import { parsePins, PINS_AT_MOST, pinText, withPins } from './pins.ts';

const AS_OF = '2026-11-23';
const vocabulary: Vocabulary = {
  field: new Set(['energy', 'sports']),
  group: null,
  party: new Set(['first', 'joint']),
  meeting: null,
  exchangeYear: null,
  kind: new Set(EntryKind.options),
  status: new Set(EvidenceStatus.options),
};
const anyFilters: fc.Arbitrary<Filters> = fc
  .record({
    field: fc.subarray(['energy', 'sports']),
    kind: fc.subarray([...EntryKind.options]).map((kinds) => kinds.toSorted()),
    from: fc.constantFrom(null, '1996', '2001-09-08'),
    q: fc.string({ maxLength: 12 }).map((text) => text.trim()),
  })
  .map((some) => ({ ...NO_FILTERS, ...some }));

describe('the filter states that an address keeps for comparison', () => {
  it('come back as they were pinned, each once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyFilters, { maxLength: PINS_AT_MOST, selector: pinText }),
        (pins) => {
          const ignored: Ignored[] = [];
          const written = withPins(new URLSearchParams('field=energy'), [...pins, ...pins]);
          const read = new URLSearchParams(written.toString());
          expect(parsePins(read, vocabulary, AS_OF, ignored)).toEqual(pins);
          expect(read.get('field')).toBe('energy');
          expect(ignored).toEqual([]);
        },
      ),
    );
  });

  it('are at most three, and what is no state is told', () => {
    const ignored: Ignored[] = [];
    const search = new URLSearchParams(
      ['field=energy', 'field=nonsense', 'q=a', 'banana', 'q=b', 'q=c'].map((pin) => ['pin', pin]),
    );
    expect(parsePins(search, vocabulary, AS_OF, ignored).map(pinText)).toEqual([
      'field=energy',
      'q=a',
      'q=b',
    ]);
    expect(ignored.map(({ value }) => value)).toEqual(['field=nonsense', 'banana', 'q=c']);
  });
});
