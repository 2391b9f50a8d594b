import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isDay, isEdtfInterval } from '#src/api/edtf.ts';
import { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import {
  ignoredInCalendar,
  parseChosenDay,
  parseItemKinds,
  parseZoom,
} from './calendar-address.ts';

const of = (text: string) => new URLSearchParams(text);

describe('the calendar’s part of an address', () => {
  test('is told where it cannot be used, and the rest stands', () => {
    const search = of('type=opening&type=banana&zoom=soon&day=2023-02-30&day=2023-02-28');
    expect(ignoredInCalendar(search)).toEqual([
      { parameter: 'type', value: 'banana', reason: 'unknown' },
      { parameter: 'zoom', value: 'soon', reason: 'not-a-date' },
      { parameter: 'day', value: '2023-02-30', reason: 'not-a-date' },
    ]);
    expect(parseItemKinds(search)).toEqual(['opening']);
    expect([parseZoom(search), parseChosenDay(search)]).toEqual([null, null]);
  });

  test.each([
    'zoom=all',
    'zoom=2023-01/2023-12',
    'zoom=2023',
    'day=2024-02-29',
    'type=event&type=event&type=meeting',
    'type=&zoom=&day=',
    '',
  ])('has nothing to complain about in ?%s', (text) => {
    expect(ignoredInCalendar(of(text))).toEqual([]);
  });

  test('is usable or told, whatever it says', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('all', '2023', '2023-13', '2024-02-29', '2025/2024', 'meeting', 'x'),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), value, value, (types, zoom, day) => {
        const search = new URLSearchParams(types.map((type) => ['type', type]));
        search.set('zoom', zoom);
        search.set('day', day);
        const told = new Set(ignoredInCalendar(search).map((one) => one.parameter + one.value));
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
});
