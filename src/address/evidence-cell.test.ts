import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import { MeetingFormat } from '#src/api/schemas/meetings.ts';
import { searchWriter, withChange } from './address.ts';
import { OPEN, type EvidenceCell } from './evidence-cell.ts';
import { narrowTo } from './narrow-to.ts';
import { NO_FILTERS } from './filters.ts';
import { readParameter, type Refused, type Vocabulary } from './parameter.ts';

const AS_OF = '2026-11-23';
const vocabulary: Vocabulary = {
  field: new Set(['energy', 'sports']),
  group: null,
  party: new Set(['first', 'joint']),
  meeting: new Set(['1', '28']),
  exchangeYear: null,
  reportedBy: new Set(['first', 'third']),
  kind: new Set(EntryKind.options),
  status: new Set(EvidenceStatus.options),
  coChair: null,
  lostSource: new Set(),
  format: new Set(MeetingFormat.options),
};
const read = (search: string | { open: string }, refused: Refused[] = []) =>
  readParameter('open', OPEN, new URLSearchParams(search), { vocabulary, asOf: AS_OF }, refused);
const anyChoice: fc.Arbitrary<EvidenceCell> = fc
  .constantFrom(
    ...(['group', 'field', 'party', 'kind', 'status', 'exchangeYear'] as const).map(
      (filter) =>
        [
          filter,
          {
            group: 'any',
            field: 'energy',
            party: 'joint',
            kind: 'minutes',
            status: 'disputed',
            exchangeYear: 'sports-2022-2023',
          }[filter],
        ] as const,
    ),
  )
  .map(([filter, value]) => ({ choice: { filter, value } }));
const anyCell: fc.Arbitrary<EvidenceCell> = fc.record(
  {
    field: fc.constantFrom('energy', 'sports'),
    kind: fc.constantFrom(...EntryKind.options),
    party: fc.constantFrom('first', 'joint'),
    meeting: fc.constantFrom(1, 28),
    year: fc.constantFrom('1996', '2023'),
  },
  { requiredKeys: [] },
);

describe('the number whose entries an address has open', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.oneof(anyCell, anyChoice), (cell) => {
        const written = withChange(new URLSearchParams('field=energy'), { open: cell });
        expect(read(written.toString())).toEqual(cell);
        expect(withChange(written, { open: null }).toString()).toBe('field=energy');
        const at = searchWriter('open', written.toString())(cell);
        expect(read(at)).toEqual(cell);
        expect(new URLSearchParams(at).get('field')).toBe('energy');
      }),
    );
  });

  it('is none for any other text, and that is told', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const refused: Refused[] = [];
        const cell = read({ open: text }, refused);
        expect(cell === null).toBe(refused.length === 1);
      }),
    );
    for (const text of [
      'choice-field:nonsense',
      'choice-kind:energy',
      'choice-year:2023',
      'choice-status:disputed:x',
      'field:nonsense',
      'meeting:99',
      'kind:energy',
      'field:energy,field:sports',
    ])
      expect(read({ open: text })).toBeNull();
  });
});

describe('the filters behind a number', () => {
  it('are narrower, never other than the ones of the view', () => {
    expect(narrowTo({ ...NO_FILTERS, q: 'gas' }, { field: 'energy', meeting: 28 }, AS_OF)).toEqual({
      ...NO_FILTERS,
      q: 'gas',
      field: ['energy'],
      meeting: [28],
    });
    expect(narrowTo({ ...NO_FILTERS, field: ['sports'] }, { field: 'energy' }, AS_OF)).toBeNull();
  });

  it('are those of a choice, in place of what its filter has chosen', () => {
    const chosen = { ...NO_FILTERS, field: ['sports'], q: 'gas' };
    const cell = { choice: { filter: 'field', value: 'energy' } } as const;
    expect(narrowTo(chosen, cell, AS_OF)).toEqual({ ...chosen, field: ['energy'] });
  });

  it('keep within a year as well as within the range', () => {
    const range = { ...NO_FILTERS, from: '2001-09-08', to: '2003' };
    expect(narrowTo(range, { year: '2001' }, AS_OF)).toMatchObject({
      from: '2001-09-08',
      to: '2001',
    });
    expect(narrowTo(range, { year: '2002' }, AS_OF)).toMatchObject({ from: '2002', to: '2002' });
    expect(narrowTo(range, { year: '2004' }, AS_OF)).toBeNull();
    expect(narrowTo(NO_FILTERS, { year: '2030' }, AS_OF)).toBeNull();
  });
});
