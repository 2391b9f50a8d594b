import { describe, expect, it } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';
import {
  beginningOf,
  isOfOtherLanguage,
  languagesOf,
  otherForm,
  toOffers,
  type OfferView,
} from '#src/record/matches/text-offers.ts';

const store = createStore(await readRecord());
const view = (asOf: string | null): OfferView => ({
  asOf: asOf ?? '2026-11-28',
  isAsOfChosen: asOf !== null,
  meetings: store.listMeetings({ limit: 500 }).items,
  exchangeYears: store.listExchangeYears().items,
});
const offered = (q: string, asOf: string | null = null) =>
  toOffers(store.search({ q, limit: 50 }), view(asOf)).flatMap(({ options }) =>
    options.map(({ key }) => key),
  );

it.each([
  ['спортом', 'спорт'],
  ['Мишустиным', 'Мишусти'],
  ['во Владивостоке', 'во Владивост'],
  ['energies', 'energ'],
  ['спорт', null],
  ['能源合作协定文件', null],
  ['2023-2024', null],
])('other forms of "%s" begin with %j', (text, beginning) => {
  expect(beginningOf(text)).toBe(beginning);
});

it.each([
  ['農業', '农业'],
  ['农业', '農業'],
  ['天然氣 合作', '天然气 合作'],
  ['雲計算', '云计算'],
  ['公里', '公裡'],
])('"%s" is also looked for as "%s"', (text, q) => {
  expect(otherForm(text)).toEqual({ q, isBeginning: false });
});

it('words that are the same in all Chinese characters have no other form', () => {
  expect(otherForm('合作')).toBeNull();
  expect(otherForm('спортом')).toEqual({ q: 'спорт', isBeginning: true });
});

it('what is looked for in the other characters of a word is on record', () => {
  const total = (q: string) => store.listEntries({ q, limit: 1 }).total;
  for (const q of ['農業', '能源', '數字經濟', '體育', '貿易', '銀行', '壓艙石']) {
    const asTyped = total(q);
    expect(asTyped + total(otherForm(q)?.q ?? q.slice(0, 1)), q).toBeGreaterThan(asTyped);
  }
  expect(total('農業')).toBe(0);
});

describe('what a text is offered that no entry holds', () => {
  it.each(['能源', '能源 ', 'энергетика', 'ЭНЕРГЕТИКА'])('is the field named "%s"', (q) => {
    expect(offered(q)).toContain('field-energy');
  });

  it('is the person and the meetings that the person held', () => {
    expect(offered('李强')).toEqual(expect.arrayContaining(['person-li-qiang', 'meeting-28']));
  });

  it('tells of nothing that is later than the as-of date', () => {
    expect(offered('李强', '2019-06-20')).toEqual([]);
    expect(offered('能源', '2019-06-20')).toContain('field-energy');
    expect(offered('李强', '2023-12-18')).toEqual([]);
    expect(offered('李强', '2023-12-19')).toContain('person-li-qiang');
  });

  it('is never an entry', () => {
    expect(offered('energy').filter((key) => key.startsWith('entry-'))).toEqual([]);
  });
});

it.each([
  ['能源', ['zh', 'en'], true],
  ['能源', ['zh-Hant', 'ja', 'ko'], false],
  ['энергетика 2023', ['ru', 'bg'], false],
  ['энергетика', ['ru', 'en'], true],
  ['energy', ['en'], false],
  ['2023', ['en', 'zh', 'ar'], false],
  // The contract lets it through, and it names no language.
  ['能源', ['en-12'], false],
])('"%s" beside texts in %j may be in another language: %s', (words, languages, expected) => {
  expect(
    isOfOtherLanguage(
      words,
      languages.map((lang) => ({ lang })),
    ),
  ).toBe(expected);
});

it('a text that is translated can hold the words of each of its languages', () => {
  const translated = { lang: 'en', translations: { zh: '能源' } };
  expect(isOfOtherLanguage('能源', [translated])).toBe(false);
  expect(isOfOtherLanguage('энергетика', [translated])).toBe(true);
  expect(isOfOtherLanguage('能源', [translated, { lang: 'en' }])).toBe(true);
  expect(languagesOf([{ lang: 'en' }, translated])).toEqual(['en', 'zh']);
});

it('the languages of texts are told by how many texts each has', () => {
  expect(languagesOf([{ lang: 'zh' }, { lang: 'ru' }, { lang: 'ru' }])).toEqual(['ru', 'zh']);
  expect(languagesOf([])).toEqual([]);
});
