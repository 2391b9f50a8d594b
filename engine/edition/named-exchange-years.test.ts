import { describe, expect, it } from 'vitest';

import { namedExchangeYears } from './to-record.ts';

const culture = {
  id: 'culture',
  field: 'culture',
  years: '2024/2025',
  events: [
    { kind: 'opening', date: '2024-05-16' },
    { kind: 'announced', date: '2023-12' },
  ],
};
const sports = { id: 'sports', field: 'sports', years: '2022/2023', events: [] };
const YEARS = [culture, sports];

const named = (text: string, date: string, fields = ['culture']) =>
  namedExchangeYears({ fields, text }, date, YEARS);

describe('the exchange years that an entry names', () => {
  it.each([
    'Years of Culture will be held in 2024-2025.',
    'Both sides opened the Year of Culture 2024 in Beijing.',
    'The cultural exchange years of 2025 were prepared.',
    'A culture year in 2024 was agreed.',
  ])('finds a theme year by a calendar year of its interval: %s', (text) => {
    expect(named(text, '1999-01-01')).toEqual(['culture']);
  });

  it('takes the meeting’s date where the text states no calendar year', () => {
    const text = 'Mishustin pledged to make the Years of Culture a success.';
    expect(named(text, '2024-08-21')).toEqual(['culture']);
    expect(named(text, '2023-12-01')).toEqual(['culture']);
    expect(named(text, '2023-11-30')).toEqual([]);
    expect(named(text, '2026-01-01')).toEqual([]);
  });

  it('lets the first event stand in for an announcement, and the first day for both', () => {
    const unannounced = { ...culture, events: [{ kind: 'opening', date: '2024-05-16' }] };
    const text = 'The Years of Culture go on.';
    const of = (date: string, year: typeof culture) =>
      namedExchangeYears({ fields: ['culture'], text }, date, [year]);
    expect(of('2024-03-01', unannounced)).toEqual([]);
    expect(of('2024-05-16', unannounced)).toEqual(['culture']);
    expect(of('2024-01-01', { ...culture, events: [] })).toEqual(['culture']);
  });

  it('goes by stated calendar years even when the meeting fell into another exchange year', () => {
    expect(named('The Years of Culture 2030 were proposed.', '2024-08-21')).toEqual([]);
  });

  it('names only exchange years of the entry’s own fields', () => {
    expect(named('The 2022-2023 Sports Exchange Years ended.', '2023-12-19', ['sports'])).toEqual([
      'sports',
    ]);
    expect(named('The 2022-2023 Sports Exchange Years ended.', '2023-12-19')).toEqual([]);
  });

  it('can name several', () => {
    const text = 'They closed the sports years and opened the culture years.';
    expect(named(text, '2023-12-19', ['sports', 'culture'])).toEqual(['culture', 'sports']);
  });

  it.each([
    'A roadmap for culture in 2024-2030 is to be drawn up.',
    'The communiqué marks 20 years of the friendship treaty.',
    'He recalled ten years of cultural cooperation.',
    'Cultural exchange grew over the past years.',
    'The previous year saw more visitors.',
    'The 25-year-old mechanism coordinates cultural cooperation.',
    'Museums will exchange works for several years.',
    'A five-year plan for culture was signed.',
  ])('does not take a span of time for a theme: %s', (text) => {
    expect(named(text, '2024-08-21')).toEqual([]);
  });
});
