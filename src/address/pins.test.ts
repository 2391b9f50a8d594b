import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import { MeetingFormat } from '#src/api/schemas/meetings.ts';
import { withChange } from './address.ts';
import { filterText, NO_FILTERS, type Filters } from './filters.ts';
import { readParameter, type Refused, type Vocabulary } from './parameter.ts';
import { PIN, PINS_AT_MOST } from './pins.ts';

const AS_OF = '2026-11-23';
const vocabulary: Vocabulary = {
  field: new Set(['energy', 'sports']),
  group: null,
  party: new Set(['first', 'joint']),
  meeting: null,
  exchangeYear: null,
  reportedBy: null,
  kind: new Set(EntryKind.options),
  status: new Set(EvidenceStatus.options),
  coChair: null,
  lostSource: new Set(),
  format: new Set(MeetingFormat.options),
};
const parsePins = (search: URLSearchParams, refused: Refused[]) =>
  readParameter('pin', PIN, search, { vocabulary, asOf: AS_OF }, refused);
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
        fc.uniqueArray(anyFilters, { maxLength: PINS_AT_MOST, selector: filterText }),
        (pins) => {
          const refused: Refused[] = [];
          const written = withChange(new URLSearchParams('field=energy'), {
            pin: [...pins, ...pins],
          });
          const read = new URLSearchParams(written.toString());
          expect(parsePins(read, refused)).toEqual(pins);
          expect(read.get('field')).toBe('energy');
          expect(refused).toEqual([]);
        },
      ),
    );
  });

  it('are at most three, and what is no state is told', () => {
    const refused: Refused[] = [];
    const search = new URLSearchParams(
      ['field=energy', 'field=nonsense', 'q=a', 'banana', 'q=b', 'q=c'].map((pin) => ['pin', pin]),
    );
    expect(parsePins(search, refused).map(filterText)).toEqual(['field=energy', 'q=a', 'q=b']);
    expect(refused.map(({ value }) => value)).toEqual(['field=nonsense', 'banana', 'q=c']);
  });
});
