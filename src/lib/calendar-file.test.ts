import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, test } from 'vitest';

import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { Mechanism } from '#src/api/schemas/common.ts';
import { addDays } from '#src/api/edtf.ts';
import { anyItems, itemOf } from '#tests/fixtures/calendar-item-of.ts';
import { toCalendarFile, type CalendarFileLanguage } from './calendar-file.ts';

const mechanism: Mechanism = {
  id: 'north-south',
  name: { en: 'North, and South; meetings', zh: '北南会晤', ru: 'Встречи Севера и Юга' },
  parties: [],
  since: '2001',
  dataStatus: 'demonstration',
  dataVersion: 'one',
  dataDate: '2026-11-23',
} as unknown as Mechanism;

const write = (
  items: readonly CalendarItem[],
  lang: CalendarFileLanguage = 'en',
  dataDate = mechanism.dataDate,
) => toCalendarFile({ title: mechanism.name, items: [...items] }, { ...mechanism, dataDate }, lang);

/** Reads with ical.js, Mozilla's parser; it throws on what it cannot read. */
function readWithIcalJs(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      isDate: event.startDate.isDate && event.endDate.isDate,
      sequence: event.sequence,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      url: component.getFirstPropertyValue('url'),
      categories: component.getFirstProperty('categories')?.getValues(),
      location: event.location,
      description: event.description,
    };
  });
}

/** Reads with ts-ics, which shares no code with the other. */
function readWithTsIcs(file: string) {
  return (convertIcsCalendar(undefined, file).events ?? []).map((event) => ({
    uid: event.uid,
    summary: event.summary,
    start: event.start.date.toISOString().slice(0, 10),
    end: event.end?.date.toISOString().slice(0, 10),
  }));
}

/** Text that tries to break out of its line: separators, escapes, line ends, scripts of several bytes. */
const hardText = fc
  .array(
    fc.constantFrom(
      'a',
      ',',
      ';',
      ':',
      '\\',
      '\n',
      '\\n',
      '"',
      'é',
      '会',
      '晤',
      'Встреча',
      '🤝',
      ' ',
      'END:VEVENT',
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => parts.join('').trim() || 'x');

describe('a calendar file', () => {
  test.each(['en', 'zh', 'ru'] as const)(
    'is read back in %s as it was meant, by two readers',
    (lang) => {
      fc.assert(
        fc.property(
          anyItems,
          fc.array(hardText, { minLength: 40, maxLength: 40 }),
          (plain, texts) => {
            const items = plain.map((item, index) => ({
              ...item,
              text: { text: texts[index] ?? 'x', lang: 'en' },
            }));
            const days = items.filter(({ date }) => date.length === 10);
            const expected = days.map(({ id, date, text }) => ({
              uid: `${id}@north-south.invalid`,
              summary: text.text,
              start: date,
              end: addDays(date, 1),
            }));
            const file = write(items, lang);
            expect(readWithIcalJs(file)).toMatchObject(expected);
            expect(readWithIcalJs(file).every(({ isDate }) => isDate)).toBe(true);
            expect(readWithTsIcs(file)).toMatchObject(
              expected.map(({ uid, start, end }) => ({ uid, start, end })),
            );
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  test('has no line over 75 octets and cuts no character in two', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const file = write([itemOf({ id: 'one', date: '2024-02-29', text: { text, lang: 'en' } })]);
        for (const line of file.split('\r\n')) {
          const octets = new TextEncoder().encode(line);
          expect(octets.length).toBeLessThanOrEqual(75);
          expect(new TextDecoder().decode(octets)).toBe(line);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });

  test('ends an event on a leap day on the first of March, as the end is exclusive', () => {
    const [event] = readWithIcalJs(write([itemOf({ id: 'leap', date: '2024-02-29' })]));
    expect([event?.start, event?.end]).toEqual(['2024-02-29', '2024-03-01']);
  });

  test('never makes up a day for a month or a year', () => {
    const file = write([
      itemOf({ id: 'month', date: '2024-02' }),
      itemOf({ id: 'year', date: '2024' }),
    ]);
    expect(readWithIcalJs(file)).toEqual([]);
    expect(file).toContain(': 2');
  });

  test('says the place, the source and what kind of thing it is in the reader’s language', () => {
    const source = {
      id: 's',
      title: 'A report, in full',
      publisher: 'Gazette',
      url: 'https://example.org/report?a=1&b=2',
      publishedOn: null,
      language: 'en',
    };
    const item = itemOf({
      id: 'one',
      date: '2024-05-16',
      kind: 'opening',
      place: { id: 'oslo', country: 'NO', name: { en: 'Oslo', ru: 'Осло' } },
      fields: [{ id: 'salt', group: 'any', name: { en: 'Salt', ru: 'Соль' } }],
      exchangeYear: { id: 'y', name: { en: 'Years of Salt', ru: 'Годы соли' } },
      source,
    });
    expect(readWithIcalJs(write([item], 'ru'))[0]).toMatchObject({
      location: 'Осло',
      categories: ['Открытие', 'Соль'],
      url: source.url,
      description: 'Годы соли\nA report, in full',
    });
  });

  test('updates instead of duplicating when a later edition is imported', () => {
    const [before] = readWithIcalJs(write([itemOf({ id: 'one', date: '2024-05-16' })]));
    const [after] = readWithIcalJs(
      write([itemOf({ id: 'one', date: '2024-05-17' })], 'en', '2026-12-01'),
    );
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
    expect((after?.stamp ?? '') > (before?.stamp ?? '')).toBe(true);
  });
});
