import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isEdtfDate } from '#src/api/edtf.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import { MeetingFormat } from '#src/api/schemas/meetings.ts';
import { withChange } from './address.ts';
import { countActive, NO_FILTERS, parseFilters, toEntryFilters, type Filters } from './filters.ts';
import type { Reading, Vocabulary } from './parameter.ts';

const AS_OF = '2026-11-23';
const FIELDS = ['energy', 'sports', 'customs'];
const vocabulary: Vocabulary = {
  field: new Set(FIELDS),
  group: new Set(['people', 'economic']),
  party: new Set(['first', 'second', 'joint']),
  meeting: new Set(['1', '2', '10']),
  exchangeYear: new Set(['sports-2022-2023']),
  reportedBy: new Set(['first', 'second', 'joint', 'third']),
  kind: new Set(EntryKind.options),
  status: new Set(EvidenceStatus.options),
  coChair: null,
  lostSource: new Set(),
  format: new Set(MeetingFormat.options),
};
const reading: Reading = { vocabulary, asOf: AS_OF };
const parse = (text: string) => parseFilters(new URLSearchParams(text), reading);

const subset = <T extends string>(values: readonly T[]) =>
  fc.subarray([...values]).map((chosen) => chosen.toSorted((a, b) => (a < b ? -1 : 1)));
const anyFilters: fc.Arbitrary<Filters> = fc.record({
  field: subset(FIELDS),
  group: subset(['economic', 'people']),
  party: subset(['first', 'joint', 'second']),
  kind: subset(EntryKind.options),
  meeting: fc.subarray([1, 2, 10]),
  from: fc.constantFrom(null, '1996', '2001-09', '2001-09-08'),
  to: fc.constantFrom(null, '2015', '2016-02', '2016-02-29'),
  status: subset(EvidenceStatus.options),
  exchangeYear: subset(['sports-2022-2023']),
  source: subset(['seed-28', 'tass-1']),
  reportedBy: subset(['first', 'joint', 'third']),
  coChair: subset(['ana', 'bo']),
  q: fc.string({ maxLength: 30 }).map((text) => text.trim()),
});

describe('the filters in an address', () => {
  it('come back as they were written, whatever else the address says', () => {
    fc.assert(
      fc.property(anyFilters, fc.string({ maxLength: 8 }), (filters, foreign) => {
        const written = withChange(new URLSearchParams({ lang: 'zh', 'x-own': foreign }), filters);
        const read = parseFilters(new URLSearchParams(written.toString()), reading);
        expect(read.filters).toEqual(filters);
        expect(read.refused).toEqual([]);
        expect(written.get('x-own')).toBe(foreign);
      }),
    );
  });

  it('are absent where they equal the default', () => {
    const written = withChange(new URLSearchParams('field=energy&from=2001&q=gas'), NO_FILTERS);
    expect(written.toString()).toBe('');
  });

  it('are usable for any address at all, and nothing is dropped in silence', () => {
    const name = fc.constantFrom(...Object.keys(NO_FILTERS), 'asOf', 'lang', 'zzz');
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...FIELDS, '2001', '1'));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        const { filters, refused } = parseFilters(new URLSearchParams(pairs), reading);
        for (const date of [filters.from, filters.to])
          expect(date === null || isEdtfDate(date)).toBe(true);
        for (const field of filters.field) expect(FIELDS).toContain(field);
        for (const kind of filters.kind) expect(EntryKind.options).toContain(kind);
        const firstOf = new Map(pairs.toReversed());
        for (const [key, asked] of pairs) {
          if (key !== 'field' || asked === '' || firstOf.get(key) === undefined) continue;
          const isKept = filters.field.includes(asked);
          const isTold = refused.some((one) => one.parameter === key && one.value === asked);
          expect(isKept || isTold).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('say what was refused and why', () => {
    expect(parse('field=nonsense&from=banana&meeting=x&meeting=99&kind=rumour').refused).toEqual([
      { parameter: 'from', value: 'banana', reason: 'not-a-date' },
      { parameter: 'field', value: 'nonsense', reason: 'unknown' },
      { parameter: 'kind', value: 'rumour', reason: 'unknown' },
      { parameter: 'meeting', value: 'x', reason: 'not-a-number' },
      { parameter: 'meeting', value: '99', reason: 'unknown' },
    ]);
  });

  it('never start after they end, or after the as-of date', () => {
    expect(parse('from=2016&to=2001').filters).toMatchObject({ from: null, to: '2001' });
    expect(parse('from=2016&to=2001').refused[0]?.reason).toBe('order');
    expect(parse('from=2027').refused[0]?.reason).toBe('after-as-of');
  });

  it('keep an id that cannot be checked, since the backend may know it', () => {
    const open = { ...reading, vocabulary: { ...vocabulary, exchangeYear: null } };
    const read = parseFilters(new URLSearchParams('exchangeYear=chess-2030'), open);
    expect(read.filters.exchangeYear).toEqual(['chess-2030']);
  });
});

describe('the question that the filters ask', () => {
  it('never reaches beyond the as-of date', () => {
    expect(toEntryFilters({ ...NO_FILTERS, to: '2030' }, '2023-12-19').to).toBe('2023-12-19');
    expect(toEntryFilters({ ...NO_FILTERS, to: '2015' }, '2023-12-19').to).toBe('2015');
    expect(toEntryFilters(NO_FILTERS, '2023-12-19')).toEqual({ to: '2023-12-19' });
  });

  it('counts each active choice once, and a range as one', () => {
    const filters = {
      ...NO_FILTERS,
      field: ['energy', 'sports'],
      from: '2001',
      to: '2015',
      q: 'gas',
    };
    expect(countActive(filters)).toBe(4);
    expect(countActive(NO_FILTERS)).toBe(0);
  });
});
