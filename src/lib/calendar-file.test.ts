import * as fc from 'fast-check';
import ical, { type VEvent } from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, test } from 'vitest';

import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { Mechanism } from '#src/api/schemas/common.ts';
import { addDays, intervalOf, isDay, lastDay } from '#src/api/edtf.ts';
import { anyItems, itemOf } from '#tests/fixtures/calendar-item-of.ts';
import { toCalendarFile } from './calendar-file.ts';

const mechanism: Mechanism = {
  id: 'north-south',
  name: { en: 'North, and South; meetings', zh: '北南会晤', ru: 'Встречи Севера и Юга' },
  parties: [],
  since: '2001',
  dataStatus: 'demonstration',
  dataVersion: 'one',
  dataDate: '2026-11-23',
} as unknown as Mechanism;

const write = (items: readonly CalendarItem[], lang = 'en', dataDate = mechanism.dataDate) =>
  toCalendarFile({ title: mechanism.name, items: [...items] }, { ...mechanism, dataDate }, lang);

/** A date without a time, which node-ical gives as midnight of wherever the tests run. */
function toDay(date: Date | undefined): string | undefined {
  const parts = date && [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts?.map((part) => String(part).padStart(2, '0')).join('-');
}

/** A value alone, or a value with parameters. */
const valueOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'val' in value ? value.val : value;

/** Reads with node-ical. */
function readWithNodeIcal(file: string) {
  return Object.values(ical.sync.parseICS(file))
    .filter((component): component is VEvent => component?.type === 'VEVENT')
    .map((event) => ({
      uid: event.uid,
      summary: valueOf(event.summary),
      start: toDay(event.start),
      end: toDay(event.end),
      isDate: event.datetype === 'date',
      sequence: Number(event.sequence),
      stamp: event.dtstamp.toISOString(),
      url: valueOf(event.url),
      categories: event.categories,
      location: valueOf(event.location),
      description: valueOf(event.description),
    }));
}

/** Reads with ts-ics, which shares no code with the other, nor with what writes. */
function readWithTsIcs(file: string) {
  return (convertIcsCalendar(undefined, file).events ?? []).map((event) => ({
    uid: event.uid,
    summary: event.summary,
    start: event.start.date.toISOString().slice(0, 10),
    end: event.end?.date.toISOString().slice(0, 10),
    isDate: event.start.type === 'DATE' && event.end?.type === 'DATE',
    sequence: event.sequence,
    stamp: event.stamp.date.toISOString(),
  }));
}

const READERS = [readWithNodeIcal, readWithTsIcs];

const PIECES = 'a|,|;|:|\n|"|é|会|晤|Встреча|🤝| |END:VEVENT'.split('|');
const textOf = (pieces: readonly string[]) =>
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 })
    .map((parts) => parts.join('').trim() || 'x');
/** Text that tries to break out of its line: separators, escapes, line ends, scripts of several bytes. */
const hardText = textOf([...PIECES, '\\', '\\n']);
/** node-ical takes a backslash before an n for a line end, and the quotes off a text that is quoted as a whole. */
const legibleText = textOf(PIECES).filter((text) => !/^".*"$/su.test(text));

describe('a calendar file', () => {
  test.each(['en', 'zh', 'ru'] as const)(
    'is read back in %s as it was meant, by two readers that did not write it',
    (lang) => {
      fc.assert(
        fc.property(
          anyItems,
          fc.array(legibleText, { minLength: 40, maxLength: 40 }),
          fc.array(fc.constantFrom(0, 0, 1, 8, 40), { minLength: 40, maxLength: 40 }),
          (plain, texts, lengths) => {
            const items = plain.map((item, index) => ({
              ...item,
              ...(isDay(item.date) && { until: addDays(item.date, lengths[index] ?? 0) }),
              text: { text: texts[index] ?? 'x', lang: 'en' },
            }));
            const expected = items
              .filter(({ date }) => isDay(date))
              .map((item) => ({
                uid: `${item.id}@north-south.invalid`,
                start: item.date,
                end: addDays(lastDay(intervalOf(item)), 1),
                isDate: true,
              }));
            const file = write(items, lang);
            for (const read of READERS) expect(read(file)).toMatchObject(expected);
            expect(readWithNodeIcal(file).map(({ summary }) => summary)).toEqual(
              items.filter(({ date }) => isDay(date)).map(({ text }) => text.text),
            );
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  test('has no line over 75 octets, cuts no character in two, and says the text as it is', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const file = write([itemOf({ id: 'one', date: '2024-02-29', text: { text, lang: 'en' } })]);
        for (const line of file.split('\r\n')) {
          const octets = new TextEncoder().encode(line);
          expect(octets.length).toBeLessThanOrEqual(75);
          expect(new TextDecoder().decode(octets)).toBe(line);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const summary = /^SUMMARY;LANGUAGE=en:(.*)$/m.exec(file.replaceAll('\r\n ', ''))?.[1] ?? '';
        // RFC 5545, 3.3.11: a backslash stands before what it takes the meaning of, or before an n.
        const read = summary.replaceAll(/\\(.)/gsu, (_, escaped: string) =>
          escaped === 'n' ? '\n' : escaped,
        );
        expect(read.replace(/\r$/, '')).toBe(text);
      }),
    );
  });

  test('ends an event on a leap day on the first of March, and one of several days on the day after the last', () => {
    const file = write([
      itemOf({ id: 'leap', date: '2024-02-29' }),
      itemOf({ id: 'fair', date: '2023-12-28', until: '2024-01-03' }),
    ]);
    for (const read of READERS)
      expect(read(file)).toMatchObject([
        { uid: 'leap@north-south.invalid', start: '2024-02-29', end: '2024-03-01' },
        { uid: 'fair@north-south.invalid', start: '2023-12-28', end: '2024-01-04' },
      ]);
  });

  test('never makes up a day for a month or a year', () => {
    const file = write([
      itemOf({ id: 'month', date: '2024-02' }),
      itemOf({ id: 'year', date: '2024' }),
    ]);
    for (const read of READERS) expect(read(file)).toEqual([]);
    expect(file).toContain(': 2');
  });

  test('says the place, the source and what kind of thing it is in the reader’s language', () => {
    const source = {
      id: 's',
      title: 'A report, in full',
      publisher: 'Gazette',
      url: 'https://example.org/report,1;a?a=1&b=2',
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
    expect(readWithNodeIcal(write([item], 'ru'))[0]).toMatchObject({
      location: 'Осло',
      categories: ['Открытие', 'Соль'],
      url: source.url,
      description: 'Годы соли\nA report, in full',
    });
  });

  test('names itself, its colour, and how often and where it can be had again', () => {
    const address = 'https://example.org/calendar.ics?kind=meeting,session';
    const file = toCalendarFile({ title: mechanism.name, items: [] }, mechanism, 'en', address);
    expect(file.split('\r\n')).toEqual(
      expect.arrayContaining([
        'NAME:North\\, and South\\; meetings',
        'REFRESH-INTERVAL;VALUE=DURATION:P1D',
        `SOURCE;VALUE=URI:${address}`,
        'COLOR:teal',
      ]),
    );
    expect(write([])).not.toContain('SOURCE');
  });

  test('updates instead of duplicating when a later edition is imported', () => {
    const before = write([itemOf({ id: 'one', date: '2024-05-16' })]);
    const changed = itemOf({ id: 'one', date: '2024-05-17', until: '2024-05-19' });
    const after = write([changed], 'en', '2026-12-01');
    // Of a record that ended long ago, too, a calendar program takes no number below 1.
    const long = write([changed], 'en', '0000-01-01');
    for (const read of READERS) expect(read(long)[0]?.sequence).toBe(1);
    for (const read of READERS) {
      const [[first, ...more], [second]] = [read(before), read(after)];
      expect(more).toEqual([]);
      expect(second?.uid).toBe(first?.uid);
      expect(second?.sequence).toBeGreaterThan(first?.sequence ?? Infinity);
      expect((second?.stamp ?? '') > (first?.stamp ?? '')).toBe(true);
      expect(second?.start).toBe('2024-05-17');
    }
  });
});
