import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isDay, isEdtfInterval } from '#src/api/edtf.ts';
import { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import { MeetingFormat } from '#src/api/schemas/meetings.ts';
import { isStep, parseAddress, searchWriter, toParameters, withChange } from './address.ts';
import type { Reading } from './parameter.ts';
import { CHOICES, ENTRY_COLUMN_NAMES, PARAMETERS, type ParameterName } from './parameters.ts';

const reading: Reading = {
  vocabulary: {
    field: new Set(['energy', 'sports']),
    group: null,
    party: new Set(['first', 'second', 'joint']),
    meeting: new Set(['1', '28']),
    exchangeYear: null,
    reportedBy: new Set(['first', 'third']),
    coChair: new Set(['someone']),
    lostSource: new Set(),
    kind: new Set(EntryKind.options),
    status: new Set(EvidenceStatus.options),
    format: new Set(MeetingFormat.options),
  },
  asOf: '2026-11-23',
};
const NAMES = Object.keys(PARAMETERS) as ParameterName[];
const parse = (search: string, hash = '') => parseAddress(toParameters({ search, hash }), reading);
const refusedIn = (search: string) =>
  parse(search).refused.map(({ parameter, value, reason }) => [parameter, value, reason]);

/** One usable text at least for each parameter, and texts that some of them can use. */
const USABLE: Record<ParameterName, string> = {
  lang: 'zh',
  asOf: '2023-12-19',
  demo: 'slow',
  file: '0123456789ab',
  from: '2001-09',
  to: '2015',
  field: 'energy',
  group: 'people',
  party: 'joint',
  kind: 'minutes',
  meeting: '28',
  status: 'disputed',
  exchangeYear: 'sports-2022-2023',
  source: 'seed-28',
  reportedBy: 'third',
  coChair: 'someone',
  q: 'gas',
  ...(Object.fromEntries(Object.entries(CHOICES).map(([name, [, other]]) => [name, other])) as {
    [N in keyof typeof CHOICES]: string;
  }),
  columns: 'kind,text',
  entry: 'e-1',
  turn: '28',
  data: '2.1 (июнь)',
  open: 'field:energy',
  pin: 'field=energy',
  type: 'opening',
  zoom: '2023-01/2023-12',
  day: '2024-02-29',
  host: 'none',
  format: 'video',
  chair: 'someone',
  language: 'zh-Hans',
  a: '1',
  b: '28',
};
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...Object.values(USABLE), '2023-02-30', '9'.repeat(400), '<b>', ''),
);
const anySearch = fc
  .array(fc.tuple(fc.constantFrom(...NAMES, 'x-own'), anyText), { maxLength: 8 })
  .map((pairs) => new URLSearchParams(pairs));

describe('an address', () => {
  it.each(NAMES)('says what it was told about %s, and the default is no part of it', (name) => {
    const search = new URLSearchParams({ [name]: USABLE[name] });
    const { values, refused } = parseAddress(search, reading);
    expect(refused).toEqual([]);
    expect(values[name]).not.toEqual(PARAMETERS[name].default);
    const written = withChange(new URLSearchParams({ 'x-own': '1' }), { [name]: values[name] });
    expect(parse(written.toString()).values[name]).toEqual(values[name]);
    expect(searchWriter(name, '?x-own=1')(values[name])).toContain('x-own=1&');
    expect(parse(searchWriter(name, '')(values[name])).values).toEqual(values);
    const { default: usual } = PARAMETERS[name];
    expect(withChange(written, { [name]: usual }).toString()).toBe('x-own=1');
    expect(searchWriter(name, written.toString())(usual as never)).toBe('?x-own=1');
  });

  it('is usable whatever it says: what is read of it, written anew, is read the same and refused no more', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        const { values } = parseAddress(search, reading);
        const written = withChange(search, values);
        const again = parse(written.toString());
        expect(again.values).toEqual(values);
        expect(again.refused).toEqual([]);
        expect(written.getAll('x-own')).toEqual(search.getAll('x-own'));
      }),
    );
  });

  it('takes as the day of what was known only what a date field can hold', () => {
    expect(refusedIn('asOf=0000-01-01')).toEqual([['asOf', '0000-01-01', 'not-a-date']]);
    expect(refusedIn('asOf=0001-01-01')).toEqual([]);
  });

  it('tells by one way what cannot be used, view by view', () => {
    expect(
      refusedIn(
        'lang=xx&asOf=soon&columns=kind,zzz&entry=A%20B&open=zzz&type=banana&zoom=soon&day=2023-02-30' +
          '&host=atlantis&format=telegraph&chair=nobody&language=no_tag&chart=pie&from=2030',
      ),
    ).toEqual([
      ['from', '2030', 'after-as-of'],
      ['lang', 'xx', 'unknown'],
      ['asOf', 'soon', 'not-a-date'],
      ['chart', 'pie', 'unknown'],
      ['columns', 'zzz', 'unknown'],
      ['entry', 'A B', 'unknown'],
      ['open', 'zzz', 'unknown'],
      ['type', 'banana', 'unknown'],
      ['zoom', 'soon', 'not-a-date'],
      ['day', '2023-02-30', 'not-a-date'],
      ['host', 'atlantis', 'unknown'],
      ['format', 'telegraph', 'unknown'],
      ['chair', 'nobody', 'unknown'],
      ['language', 'no_tag', 'unknown'],
    ]);
    const nothing = NAMES.map((name) => `${name}=`).join('&');
    expect(refusedIn(nothing)).toEqual([]);
    expect(refusedIn('type=event&type=event&zoom=all')).toEqual([]);
  });

  it('drops nothing in silence', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), anyText, anyText, (types, zoom, day) => {
        const search = new URLSearchParams(types.map((type) => ['type', type]));
        search.set('zoom', zoom);
        search.set('day', day);
        const { refused } = parseAddress(search, reading);
        const told = new Set(refused.map(({ parameter, value }) => parameter + value));
        const kinds: readonly string[] = CalendarItemKind.options;
        for (const type of types)
          expect(told.has(`type${type}`)).toBe(type !== '' && !kinds.includes(type));
        expect(told.has(`zoom${zoom}`)).toBe(
          zoom !== '' && zoom !== 'all' && !isEdtfInterval(zoom),
        );
        expect(told.has(`day${day}`)).toBe(day !== '' && !isDay(day));
      }),
    );
  });

  it('never leaves the table without columns', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (names) => {
        const { values, refused } = parseAddress(
          new URLSearchParams({ columns: names.join(',') }),
          reading,
        );
        expect(values.columns.length).toBeGreaterThan(0);
        const known: readonly string[] = ENTRY_COLUMN_NAMES;
        const foreign = names
          .join(',')
          .split(',')
          .filter((name) => name && !known.includes(name));
        expect(refused.map(({ value }) => value)).toEqual([...new Set(foreign)]);
      }),
    );
  });

  it('selects an entry by its hash too, as the page of a meeting names it', () => {
    expect(parse('', '#entry-e-1').values.entry).toBe('e-1');
    expect(parse('?entry=e-2', '#entry-e-1').values.entry).toBe('e-2');
    expect(parse('', '#entry-A B')).toMatchObject({ values: { entry: null }, refused: [] });
  });
});

describe('a step that Back undoes', () => {
  const isStepFrom = (search: string, change: Parameters<typeof withChange>[1]) => {
    const current = new URLSearchParams(search);
    return isStep(current, withChange(current, change), change);
  };

  it('is each choice, the beginning and the end of a text, and no selected row', () => {
    expect(isStepFrom('', { field: ['energy'] })).toBe(true);
    expect(isStepFrom('', { q: 'g' })).toBe(true);
    expect(isStepFrom('q=g', { q: 'ga' })).toBe(false);
    expect(isStepFrom('q=ga', { q: '' })).toBe(true);
    expect(isStepFrom('', { entry: 'e-1' })).toBe(false);
    expect(isStepFrom('q=ga', { entry: 'e-1', open: null })).toBe(true);
  });
});
