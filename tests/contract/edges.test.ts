import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  addDays,
  firstDay,
  intervalOf,
  isDay,
  isEdtfDate,
  isEdtfInterval,
  lastDay,
  yearsOf,
} from '#src/api/edtf.ts';
import type { Mechanism } from '#src/api/schemas/common.ts';
import { figureLayout, figureMetrics } from '#src/features/calendar/layout/figure-layout.ts';
import { toDatedItems } from '#src/features/calendar/layout/layout-points.ts';
import { tickLabel } from '#src/features/calendar/figure/BandsFigure.tsx';
import {
  formatWindow,
  fullWindow,
  levelWindow,
  panWindow,
  parseWindow,
  zoomWindow,
  ZOOM_LEVELS,
} from '#src/features/calendar/layout/time-window.ts';
import { statusChanges } from '#src/features/calendar/scrubber/AsOfScrubber.tsx';
import { recordGaps } from '#src/features/calendar/timeline/TimelinePanel.tsx';
import { dayStep } from '#src/features/calendar/year/use-day-keys.ts';
import { monthWeeks } from '#src/features/calendar/year/month-weeks.ts';
import { dayOf, toYearMonths } from '#src/features/calendar/year/year-months.ts';
import { hostRows, timelineWindow, yearTicks } from '#src/features/meeting-list/timeline.ts';
import { formatDate, formatNumber } from '#src/i18n/translator.ts';
import { languageName } from '#src/i18n/language-name.ts';
import { LANGUAGES } from '#src/i18n/languages.ts';
import { statusAsOf } from '#src/lib/dates/as-of.ts';
import { toCalendarFile } from '#src/lib/calendar-file.ts';
import { CITATION_FORMATS } from '#src/lib/cite/formats.ts';
import { toDay, toDayNumber } from '#src/lib/dates/day-number.ts';
import { nativeName } from '#src/lib/native-name.ts';
import { itemOf } from '#tests/fixtures/calendar-item-of.ts';
import { document } from './contract-document.ts';

/** Any text that a schema of the contract lets through by its pattern. */
const anyOf = (schema: string) =>
  fc.stringMatching(new RegExp(String(document.components.schemas[schema]?.['pattern'])));
const EDGES = ['0000', '0000-01', '0000-01-01', '0000-02-29', '0001', '0001-01-01', '0099-12'];
const FAR = ['9999', '9999-12', '9999-12-31', '1900-02', '2000-02-29', '2024-02-29', '1582-10-10'];
const anyDate = fc.oneof(
  fc.constantFrom(...EDGES, ...FAR),
  anyOf('EdtfDate').filter((date) => isEdtfDate(date)),
);
const anyInterval = fc
  .oneof(
    fc.constantFrom('0000/9999', '9999-12-31/9999-12-31', '9999/9999-12', '0000-12-31/0001'),
    fc.tuple(anyDate, anyDate).map((dates) => dates.join('/')),
    anyDate,
  )
  .filter((text) => isEdtfInterval(text));
const anyDay = anyDate.map((date) => firstDay(date));
const anyTag = fc.oneof(
  fc.constantFrom('en-12', 'zh-Hant-x-private', 'zh-min-nan', 'en-GB-oed', 'sgn-BE-FR', 'xxx-a-b'),
  anyOf('LanguageTag'),
);

describe('whatever date the contract lets through', () => {
  test('is said in every language, as precise as it is, and never as "invalid"', () => {
    fc.assert(
      fc.property(anyInterval, fc.constantFrom(...LANGUAGES), (date, { locale }) => {
        for (const style of ['long', 'short'] as const) {
          const words = formatDate(date, locale, style);
          expect(words).not.toMatch(/invalid|NaN|undefined/i);
          expect(words).toMatch(/\d/);
        }
      }),
    );
    expect(formatDate('0000-05-01', 'en-GB')).not.toBe(formatDate('0001-05-01', 'en-GB'));
  });

  test('has days before and after it that are days, up to the first and the last that there are', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        const other = addDays(day, count);
        expect(isDay(other)).toBe(true);
        expect(toDay(toDayNumber(other))).toBe(other);
        expect(isDay(toDay(toDayNumber(day) + count))).toBe(true);
        expect(count >= 0 ? other >= day : other <= day).toBe(true);
        for (const key of ['ArrowLeft', 'ArrowDown', 'Home', 'End'])
          expect(isDay(dayStep(day, { key, shiftKey: false }, 1) ?? '')).toBe(true);
      }),
    );
  });

  test('has its place in the drawings of the calendar, at every zoom', () => {
    fc.assert(
      fc.property(fc.array(anyInterval, { minLength: 1, maxLength: 5 }), anyDay, (dates, asOf) => {
        const bounds = fullWindow(dates, '2026-11-28');
        const windows = ZOOM_LEVELS.map((level) => levelWindow(level, toDayNumber(asOf), bounds));
        windows.push(
          zoomWindow(bounds, 7, toDayNumber(asOf), bounds),
          panWindow(bounds, 1, bounds),
        );
        const bands = dates.map((years, index) => ({
          own: `Years ${index}`,
          field: 'Salt',
          exchangeYear: {
            id: `year-${index}`,
            name: { en: 'Years' },
            field: { id: 'salt', group: 'any', name: { en: 'Salt' } },
            years,
            hosting: [{ year: 9999, host: 'north', name: { en: 'Years' } }],
            milestones: [
              { kind: 'closing' as const, date: lastDay(years), meeting: null, entry: null },
            ],
            status: 'confirmed' as const,
            entries: 0,
            events: 0,
            sources: 0,
          },
        }));
        const items = dates.map((date, index) => itemOf({ id: `i${index}`, date: firstDay(date) }));
        for (const window of windows) {
          expect(window.to).toBeGreaterThan(window.from);
          expect(parseWindow(formatWindow(window), bounds)).not.toBeNull();
          const layout = figureLayout({
            bands,
            meetings: [],
            pointLanes: [{ id: 'events', title: 'Events', dated: toDatedItems(items) }],
            lines: [{ id: 'as-of', day: toDayNumber(asOf), label: 'as of' }],
            window,
            width: 900,
            metrics: figureMetrics(1, false),
            measure: (text, size) => text.length * size * 0.6,
            hasTitles: true,
            toTickLabel: (date) => tickLabel(date, 'ru-RU'),
          });
          expect(JSON.stringify(layout, notFinite)).not.toContain('not finite');
        }
        const exchangeYears = bands.map(({ exchangeYear }) => exchangeYear);
        for (const day of statusChanges(exchangeYears, [])) expect(isDay(day)).toBe(true);
        for (const one of exchangeYears) expect(statusAsOf(one, asOf)).toBeTypeOf('string');
        const gaps = recordGaps(
          dates.map((date) => ({ date })),
          exchangeYears,
          asOf,
        );
        for (const gap of [...gaps.meetings, ...gaps.exchangeYears])
          expect(isEdtfInterval(gap), gap).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('has its place on the timeline of the meetings', () => {
    fc.assert(
      fc.property(fc.array(anyDate, { maxLength: 5 }), anyDay, (dates, asOf) => {
        const meetings = dates.map((date, index) => ({
          ordinal: index + 1,
          date,
          place: null,
          venue: null,
          format: 'video' as const,
          host: null,
          coChairs: [],
          status: 'confirmed' as const,
          entries: 0,
          fields: 0,
          sources: 0,
        }));
        const window = timelineWindow(meetings, asOf);
        expect([window.from, window.to].every(isDay)).toBe(true);
        const drawn = { rows: hostRows(meetings, ['north'], window), ticks: yearTicks(window) };
        expect(JSON.stringify(drawn, notFinite)).not.toContain('not finite');
        expect(drawn.ticks.length).toBeLessThan(20);
      }),
    );
  });

  test('has its place in the calendar of its years', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (date, until) => {
        const item = itemOf({ id: 'i', date, until });
        for (const year of [firstDay(date).slice(0, 4), lastDay(intervalOf(item)).slice(0, 4)]) {
          const { months, unplaced } = toYearMonths(year, [item]);
          const places = months.flatMap(({ days, unplaced: rest }) => [...days.values(), rest]);
          expect([...places.flat(), ...unplaced].length).toBeGreaterThan(0);
          for (const { month } of months) expect(monthWeeks(month, 1).length).toBeGreaterThan(3);
          for (const { days } of months)
            for (const day of days.keys()) expect(dayOf(item, day).day).toBeGreaterThan(0);
        }
        expect(yearsOf(intervalOf(item)).length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  test('leaves the app in files and citations', () => {
    const mechanism = { id: 'any', dataDate: '9999' } as Mechanism;
    fc.assert(
      fc.property(anyDate, anyDate, anyTag, (date, until, language) => {
        const list = { title: { en: 'Any' }, items: [itemOf({ id: 'i', date, until })] };
        expect(toCalendarFile(list, mechanism, 'en')).not.toMatch(/NaN|undefined|Invalid/);
        const citation = {
          id: 'any',
          author: 'Agency',
          title: 'Title',
          language,
          container: null,
          published: date,
          locator: null,
          note: null,
          url: 'https://example.org/',
          accessed: '2026-11-28',
        };
        for (const { write } of CITATION_FORMATS)
          expect(write(citation)).not.toMatch(/NaN|undefined|Invalid/);
      }),
    );
  });
});

describe('whatever tag of a language the contract lets through', () => {
  test('is named, or stands for itself', () => {
    fc.assert(
      fc.property(anyTag, fc.constantFrom(...LANGUAGES), (tag, { locale }) => {
        expect(languageName(tag, locale)).not.toBe('');
      }),
    );
    expect(languageName('en-12', 'en-GB')).toBe('en-12');
    expect(languageName('ru', 'en-GB')).toBe('Russian');
  });

  test('is that of a country that there is, or there is no name of its own', () => {
    const shown = { text: 'Any', lang: 'en' };
    fc.assert(
      fc.property(anyOf('CountryCode'), (country) => {
        expect(nativeName({ en: 'Any' }, country, shown)).toBeNull();
      }),
    );
  });
});

test('whatever count the contract lets through is a number in words', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.constantFrom(...LANGUAGES), (count, { locale }) => {
      expect(formatNumber(count, locale)).toMatch(/^[\d\p{Zs}.,]+$/u);
    }),
  );
  expect(formatNumber(1e300, 'en-GB')).toMatch(/^1,000/);
});

function notFinite(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value;
}
