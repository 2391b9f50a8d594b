import { describe, expect, test } from 'vitest';

import { bandLabels } from './layout/band-labels.ts';
import { neighbours } from './exchange-year/exchange-year-steps.ts';
import { nearestExchangeYears } from './exchange-year/nearest-exchange-years.ts';
import { recordGaps } from './timeline/record-gaps.ts';
import { shortNames } from './layout/short-names.ts';
import { statusChanges } from './scrubber/status-changes.ts';

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
    expect(recordGaps([], [], '2009-03-01')).toEqual({ meetings: [], exchangeYears: [] });
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
