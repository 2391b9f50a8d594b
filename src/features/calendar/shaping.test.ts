import { describe, expect, test } from 'vitest';

import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { itemOf } from '#tests/fixtures/calendar-item-of.ts';
import { itemsWords, meetingsWords } from './items/mark-words.ts';
import { bandLabels } from './layout/layout-bands.ts';
import { exchangeYearSteps, neighbours } from './exchange-year/exchange-year-steps.ts';
import { nearestExchangeYears } from './exchange-year/ExchangeYearNotFound.tsx';
import { recordGaps } from './timeline/TimelinePanel.tsx';
import { shortNames } from './layout/use-figure-data.ts';
import { statusChanges } from './scrubber/AsOfScrubber.tsx';

describe('short names', () => {
  test('leave out brackets and the words that all names start with', () => {
    expect(
      shortNames([
        'North-South Years of Rail (Year of Rail in the North)',
        'North-South Years of Salt',
      ]),
    ).toEqual(['Rail', 'Salt']);
    expect(shortNames(['北南铁路年(北方“铁路年”)', '北南盐业年'])).toEqual(['铁路年', '盐业年']);
  });

  test('stay whole where nothing is common, and where a name would vanish', () => {
    expect(shortNames(['Rail years', 'Salt years'])).toEqual(['Rail years', 'Salt years']);
    expect(shortNames(['Years', 'Years of salt'])).toEqual(['Years', 'Years of salt']);
    expect(shortNames(['Years of salt (two)'])).toEqual(['Years of salt']);
  });
});

describe('the labels of bands', () => {
  const measure = (text: string) => text.length;
  const choice = (id: string, own: string, field: string, room: number) => ({
    id,
    own,
    field,
    room,
  });

  test('are the own names where each has room', () => {
    const labels = bandLabels(
      [choice('a', 'Salt years', 'Salt', 10), choice('b', 'Rail years', 'Rail', 12)],
      measure,
    );
    expect([...labels.values()]).toEqual(['Salt years', 'Rail years']);
  });

  test('are the fields where one has not, unless the field would not tell two apart', () => {
    const labels = bandLabels(
      [
        choice('a', 'Years of salt and much more', 'Salt', 10),
        choice('b', 'Letters', 'Schools', 10),
        choice('c', 'Learning', 'Schools', 10),
      ],
      measure,
    );
    expect([...labels.values()]).toEqual(['Salt', 'Letters', 'Learning']);
  });
});

describe('the gaps of a record', () => {
  test('are the years without a meeting, and those without an exchange year, up to the as-of date', () => {
    const gaps = recordGaps(
      [{ date: '2001-05-04' }, { date: '2002' }, { date: '2005-12' }],
      [{ years: '2002/2003' }, { years: '2007' }],
      '2009-03-01',
    );
    expect(gaps.meetings).toEqual(['2003/2004', '2006/2008']);
    expect(gaps.exchangeYears).toEqual(['2004/2006', '2008/2009']);
  });

  test('are none where there is nothing to have gaps', () => {
    const gaps = recordGaps([], [], '2009-03-01');
    expect(gaps).toEqual({ meetings: [], exchangeYears: [], areNone: false });
  });

  test('are said to be none only where both meetings and exchange years have begun', () => {
    const areNone = (asOf: string) =>
      recordGaps([{ date: '2001' }, { date: '2002' }], [{ years: '2002/2003' }], asOf).areNone;
    expect([areNone('2000-01-01'), areNone('2001-06-01'), areNone('2002-06-01')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('the days on which something changes', () => {
  test('are the boundaries of exchange years and the days of meetings, once each', () => {
    const announced = { kind: 'announced' as const, date: '2021-05-04', meeting: 1, entry: null };
    expect(
      statusChanges(
        [{ years: '2022', milestones: [announced] }],
        [{ date: '2021-05-04' }, { date: '2022' }],
      ),
    ).toEqual(['2021-05-04', '2022-01-01', '2022-12-01', '2023-01-01']);
  });

  test('are no days on which a short year stays as it was', () => {
    const week = { years: '2022-05-01/2022-05-07', milestones: [] };
    const open = { years: '2030/9999', milestones: [] };
    expect(statusChanges([week], [])).toEqual(['2022-05-01', '2022-05-08']);
    expect(statusChanges([open], [])).toEqual(['2030-01-01', '9999-12-01']);
  });
});

describe('the series of exchange years', () => {
  const series = [
    { id: 'b', years: '2004' },
    { id: 'a', years: '2001/2002' },
    { id: 'c', years: '2004' },
  ];

  test('goes by first year and then by id', () => {
    expect(neighbours(series, 'b')).toEqual({ previous: series[1], next: series[2] });
    expect(neighbours(series, 'a').previous).toBeNull();
    expect(neighbours(series, 'none')).toEqual({ previous: null, next: null });
  });
});

describe('the exchange years nearest to an id that is none', () => {
  const known = [
    { id: 'tourism-2012-2013', years: '2012/2013' },
    { id: 'sports-2022-2023', years: '2022/2023' },
    { id: 'culture-2024-2025', years: '2024/2025' },
    { id: 'education-2026-2027', years: '2026/2027' },
  ];
  const first = (wanted: string) => nearestExchangeYears(known, wanted)[0]?.id;

  test('are those of its words, then of its years, then the latest', () => {
    expect(first('sports-2023')).toBe('sports-2022-2023');
    expect(first('Culture')).toBe('culture-2024-2025');
    expect(first('chess-2011')).toBe('tourism-2012-2013');
    expect(first('nonsense')).toBe('education-2026-2027');
    expect(nearestExchangeYears(known, 'x')).toHaveLength(3);
    expect(nearestExchangeYears([], 'x')).toEqual([]);
  });
});

describe('a mark that several share', () => {
  const i18n = { t: (_: string, values: object) => values, date: (date: string) => date } as never;

  test('tells from the earliest to the latest day, whichever stands first on the axis', () => {
    const dates = ['1850-06', '1850', '1850-09-01'];
    const items = dates.map((date, index) => itemOf({ id: `i${index}`, date }));
    const span = { count: 3, from: '1850', to: '1850', isOne: 'true' };
    expect(itemsWords(items, i18n)).toEqual(span);
    const meetings = dates.map((date, ordinal) => ({ date, ordinal })) as never;
    expect(meetingsWords(meetings, {} as never, '2026-11-29', i18n)).toEqual(span);
    expect(itemsWords(items.toSpliced(1, 1), i18n)).toMatchObject({
      from: '1850-06',
      to: '1850-09-01',
    });
  });
});

describe('the steps of an exchange year', () => {
  test('are both there with their own words where two of a kind were held on one day', () => {
    const step = { kind: 'opening', date: '2006-03-21', meeting: null, entry: null };
    const event = (text: string) => ({ kind: 'opening', date: '2006-03-21', text, lang: 'en' });
    const year = { milestones: [step, step], events: [event('North.'), event('South.')] };
    const [, opening] = exchangeYearSteps(year as unknown as ExchangeYear);
    expect(opening?.milestones.map((one) => one.event?.text)).toEqual(['North.', 'South.']);
  });
});
