/** What can be read, and is more often a slip than meant: it is warned of with its cell, and keeps nothing back. */
import { describe, expect, it } from 'vitest';

import { formatFault } from '#engine/reading/fault-words.ts';
import { folder, read } from '#tests/fixtures/record-files.ts';
import { cell, type Change, refused, warned } from '#tests/fixtures/changed-workbook.ts';

describe('a text in letters that its language does not have', () => {
  const script = (value: string, tag: string) =>
    `"${value}" is said to be in the language "${tag}", but has no letter that this is written with`;

  it('is warned of where two columns of names changed places', async () => {
    const lines = await warned((sheets) => {
      const heading = sheets.get('fields')?.rows[0] ?? [];
      const [zh, ru] = [heading.indexOf('name_zh'), heading.indexOf('name_ru')];
      [heading[zh], heading[ru]] = ['name_ru', 'name_zh'];
    });
    expect(lines).toContain(`fields name_zh: ${script('Реки', 'zh')} (row 2)`);
    expect(lines).toContain(`fields name_ru: ${script('河流', 'ru')} (row 2)`);
    expect(lines).toHaveLength(6);
  });

  it('is warned of where a sentence or a quotation has the tag of another language', async () => {
    expect(await warned(cell('entries', 3, 'lang', 'zh'))).toEqual([
      `entries text: ${script('Belmark asked for a ferry below the falls.', 'zh')} (row 3)`,
    ]);
    expect(await warned(cell('evidence', 7, 'quote-lang', 'en'))).toEqual([
      `evidence quote: ${script('النهر ملك مشترك', 'en')} (row 7)`,
    ]);
  });

  it('is none where a name is the same everywhere, or the language has several scripts', async () => {
    expect(await warned(cell('groups', 2, 'name_zh', 'Water'))).toEqual([]);
    expect(await warned(cell('entries', 3, 'lang', 'sr'))).toEqual([]);
  });
});

describe('a language under another tag than its own', () => {
  const words = (value: string, meant: string) =>
    `the language that is tagged "${value}" here has the tag "${meant}" (BCP 47): under two tags it would be two languages`;
  const heading = (table: string, name: string, other: string): Change =>
    cell(table, 1, name, other);

  it('is warned of wherever a tag stands, once for each', async () => {
    expect(await warned(cell('sources', 3, 'language', 'rus'))).toEqual([
      `sources language: ${words('rus', 'ru')} (row 3)`,
    ]);
    expect(await warned(cell('entries', 3, 'lang', 'en-gb'))).toEqual([
      `entries lang: ${words('en-gb', 'en-GB')} (row 3)`,
    ]);
    expect(await warned(cell('evidence', 7, 'quote-lang', 'arb'))).toEqual([
      `evidence quote-lang: ${words('arb', 'ar')} (row 7)`,
    ]);
    expect(await warned(heading('fields', 'name_ru', 'name_rus'))).toEqual([
      expect.stringContaining(`fields name_rus: ${words('rus', 'ru')} (row 2)`),
    ]);
  });

  it('is warned of by the name of a file of translations', async () => {
    const { 'translations/fr.json': french = '', ...others } = Object.fromEntries(folder);
    const { faults } = await read(
      new Map(Object.entries({ ...others, 'translations/fra.json': french })),
    );
    expect(faults.map(formatFault)).toContain(`translations/fra.json $: ${words('fra', 'fr')}`);
  });

  it('is none where the platform knows no other, or cannot read the tag', async () => {
    expect(await warned(cell('entries', 3, 'lang', 'zxx'))).toEqual([]);
    expect(await warned(cell('entries', 3, 'lang', 'zh-yue'))).toEqual([]);
  });
});

describe('what another program left in a text', () => {
  it.each<[string, string, RegExp]>([
    ['spaces at an end', 'Old Customs House ', /begins or ends with a space/],
    ['a line at an end', 'Old Customs House\n', /begins or ends with a space/],
    ['a hyphen that nobody sees', 'Old Cus\u00ADtoms House', /"Old Cus\\u00ADtoms House" begins/],
    [
      'an override of the direction',
      'Old \u202EsmotsuC\u202C',
      /"Old \\u202EsmotsuC\\u202C" begins/,
    ],
    ['an embedding', 'Old \u202ACustoms House', /has a sign that nobody sees/],
    [
      'a mark of direction where there is one alone',
      'Old Customs\u200E House',
      /a sign that nobody/,
    ],
    ['an isolate that is never closed', 'Old \u2067Customs House', /a sign that nobody sees/],
    ['a mark of hypertext', 'Old <b>Customs</b> House', /what another program left/],
    ['a sign as hypertext writes it', 'Old Customs &amp; House', /what another program left/],
    ['an apostrophe against formulas', "'Old Customs House", /what another program left/],
    ['a Cyrillic letter in a Latin word', 'Old Сustoms House', /what another program left/],
    ['letters that an encoding does not have', 'Old Caf?s', /read in another encoding/],
    ['nothing known', 'N/A', /What is not known is left empty/],
  ])('is warned of with its cell: %s', async (_, text, what) => {
    const [line = '', ...others] = await warned(cell('meetings', 2, 'venue', text));
    expect(line).toMatch(/^meetings venue: .* \(row 2\)$/s);
    expect(line).toMatch(what);
    expect(others).toEqual([]);
  });

  it('is none where marks keep words of two directions in order', async () => {
    const text = 'النهر \u2066Old River\u2069 ملك C++\u200F مشترك';
    expect(await warned(cell('evidence', 7, 'quote', text))).toEqual([]);
  });

  it('is warned of in names too, and where a file of translations has the tag of another language', async () => {
    expect(await warned(cell('fields', 2, 'name_ru', '-'))).toHaveLength(1);
    const { 'translations/fr.json': french = '', ...others } = Object.fromEntries(folder);
    const { faults } = await read(
      new Map(Object.entries({ ...others, 'translations/ru.json': french })),
    );
    expect(faults.map(formatFault)).toContain(
      'translations/ru.json $.Belmark asked for a ferry below the falls.: "Le Belmark a demandé un bac en aval des chutes." is said to be in the language "ru", but has no letter that this is written with',
    );
  });
});

describe('the titles of sources', () => {
  it('are warned of where they stand below the publishers’ heading, and the other way round', async () => {
    const lines = await warned((sheets) => {
      const heading = sheets.get('sources')?.rows[0] ?? [];
      heading.splice(1, 2, heading[2] ?? null, heading[1] ?? null);
    });
    expect(lines).toEqual([
      'sources title: nearly all of the titles are shorter than the publishers: have the two columns changed places? (row 2)',
    ]);
  });

  it('are warned of one by one where one is a publisher’s name', async () => {
    expect(
      await warned(
        cell('sources', 3, 'title', 'Baltic Wire'),
        cell('sources', 3, 'publisher', 'Joint communiqué of the second talks'),
      ),
    ).toEqual([
      'sources title: "Baltic Wire" is the title here, and the publisher of a source: have the two changed places? (row 3)',
    ]);
  });
});

describe('a place in a source', () => {
  it('is warned of where the source is not named', async () => {
    const lines = await warned(
      cell('entries', 8, 'locator', 'page 3'),
      cell('entries', 8, 'quote', 'too few people'),
    );
    expect(lines).toEqual([
      'entries source: a place in a source, or its words, but no source is named (row 8)',
    ]);
  });
});

describe('a value with a sign that only looks like the right one', () => {
  it('is told with that sign written out', async () => {
    const lines = await refused(
      cell('meetings', 3, 'date', '2011\u201106\u201114'),
      cell('entries', 3, 'kind', 'st\u0430tement'),
      cell('exchange-years', 2, 'years', '2014\u20132015'),
    );
    expect(lines).toEqual([
      expect.stringContaining(String.raw`"2011\u201106\u201114" is no date`),
      expect.stringContaining(String.raw`"st\u0430tement" is none of`),
      expect.stringContaining(String.raw`"2014\u20132015" is no date and no interval`),
    ]);
    expect(await refused(cell('entries', 3, 'kind', 'заявление'))).toEqual([
      expect.stringContaining('"заявление" is none of'),
    ]);
  });
});

describe('faults of several sheets', () => {
  it('are told sheet by sheet, each from top to bottom', async () => {
    const lines = await refused(
      cell('exchange-year-events', 2, 'kind', 'start'),
      cell('exchange-year-figures', 2, 'value', 'many'),
      cell('exchange-year-events', 4, 'kind', 'end'),
      cell('other-names', 3, 'written', null),
      cell('entries', 3, 'kind', 'rumour'),
    );
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'other-names written',
      'entries kind',
      'exchange-year-events kind',
      'exchange-year-events kind',
      'exchange-year-figures value',
    ]);
  });
});
