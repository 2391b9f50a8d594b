/** What was written the wrong way round, and where no cell is wrong by itself: it is warned of where the record tells it. */
import { describe, expect, it } from 'vitest';

import { type Change, cell, warned } from '#tests/fixtures/changed-workbook.ts';
import { rowsOf } from '#tests/fixtures/hand-written-workbook.ts';
import { readRecord } from '#mocks/read-record.ts';
import { findWarnings } from '#engine/edition/check-warnings.ts';
import { formatFault } from '#engine/reading/fault-words.ts';

/** What stands below two headings, each below the other. */
const exchange =
  (name: string, one: string, other: string): Change =>
  (sheets) => {
    const [heading = [], ...rows] = rowsOf(sheets, name);
    const [at, with_] = [heading.indexOf(one), heading.indexOf(other)];
    for (const row of rows) [row[at], row[with_]] = [row[with_] ?? null, row[at] ?? null];
  };

/** Two values of a column, each for the other throughout. */
const turn =
  (name: string, column: string, one: string, other: string): Change =>
  (sheets) => {
    const [heading = [], ...rows] = rowsOf(sheets, name);
    const at = heading.indexOf(column);
    for (const row of rows)
      if (row[at] === one) row[at] = other;
      else if (row[at] === other) row[at] = one;
  };

const again =
  (name: string, values: Record<string, string | number>): Change =>
  (sheets) => {
    const rows = rowsOf(sheets, name);
    rows.push((rows[1] ?? []).map((one, at) => values[rows[0]?.[at] as string] ?? one));
  };

const PARTIES = ['arland', 'belmark'] as const;
const PLACES = 'have the two parties changed places?';

describe('columns of words that changed places', () => {
  const more: Change[] = ['Visitors to concerts', 'Schools that took part', 'Songs sung'].map(
    (label, nth) =>
      again('exchange-year-figures', {
        label,
        value: nth + 1,
        unit: ['people', 'schools', 'songs'][nth] ?? '',
      }),
  );

  it('are told where what should be said at length is shorter nearly everywhere', async () => {
    expect(await warned(...more, exchange('exchange-year-figures', 'label', 'unit'))).toEqual([
      'exchange-year-figures label: nearly all of the labels are shorter than the units: have the two columns changed places? (row 2)',
    ]);
    expect(await warned(...more)).toEqual([]);
  });

  it('are told of one figure where the unit says what only a label does', async () => {
    expect(await warned(exchange('exchange-year-figures', 'label', 'unit'))).toEqual([
      'exchange-year-figures unit: "Concerts" is the unit here, and "concerts" the label: have the two changed places? (row 2)',
    ]);
    expect(
      await warned(
        cell('exchange-year-figures', 2, 'label', 'people'),
        cell('exchange-year-figures', 2, 'unit', 'visitors in 2014 (about)'),
      ),
    ).toEqual([
      'exchange-year-figures unit: "visitors in 2014 (about)" is the unit here, and "people" the label: have the two changed places? (row 2)',
    ]);
  });

  it('are told where what should be words is a date, an answer or a party', async () => {
    const told = (value: string, place: string) =>
      `${place.replace(/ \(.*/, '')}: ${value} stands here, where words should be: does it belong in another column? What is not known is left empty ${/\(.*/.exec(place)?.[0]}`;
    expect(await warned(exchange('sources', 'publishedOn', 'stand-in'))).toContain(
      told('"2009-05"', 'sources stand-in (row 2)'),
    );
    expect(await warned(cell('meetings', 2, 'venue', 'belmark'))).toEqual([
      told('"belmark"', 'meetings venue (row 2)'),
    ]);
    expect(await warned(cell('entries', 3, 'text', 'https://example.org/a'))).toEqual([
      told('"https://example.org/a"', 'entries text (row 3)'),
    ]);
  });

  it('are told of the two days and the two addresses of a source', async () => {
    expect(await warned(exchange('sources', 'publishedOn', 'capturedOn'))).toEqual([
      'sources capturedOn: a day on which a copy was taken, but archivedUrl names no copy: is it the day of publication? (row 2); likewise at 3 more places: sources capturedOn (row 4), sources capturedOn (row 5), sources capturedOn (row 6)',
    ]);
    const copy = 'https://web.archive.org/web/2012/https://example.org/belmark/herald/2011-06-14';
    const archived = [
      cell('sources', 6, 'archivedUrl', copy),
      cell('sources', 6, 'capturedOn', '2012-01'),
    ];
    expect(await warned(...archived)).toEqual([]);
    expect(
      await warned(
        ...archived,
        exchange('sources', 'publishedOn', 'capturedOn'),
        cell('sources', 2, 'capturedOn', null),
        cell('sources', 5, 'capturedOn', null),
        cell('sources', 4, 'capturedOn', null),
      ),
    ).toEqual([
      'sources capturedOn: captured on 2011-06-14, but published on 2012-01: have the two dates changed places? (row 6)',
    ]);
    expect(
      await warned(
        ...archived,
        cell('sources', 6, 'archivedUrl', 'https://example.org/belmark/herald/2011-06-14'),
        cell('sources', 6, 'url', copy),
      ),
    ).toEqual([
      'sources url: the address of an archived copy, and archivedUrl is that of the page itself: have the two changed places? (row 6)',
    ]);
  });

  it('are told of other names', async () => {
    expect(await warned(exchange('other-names', 'written', 'other'))).toEqual([
      'other-names written: nothing on record is written like this, but something is written "Arlport": have the two changed places? (row 2)',
    ]);
  });
});

describe('the two parties, each in the place of the other', () => {
  it.each<[string, string, string]>([
    [
      'sources',
      'reportedBy',
      'the name of the publisher or its address (.cn, .ru …) speaks for the other',
    ],
    ['entries', 'party', 'the sentence begins with the name, and so speaks for the other'],
    [
      'exchange-year-hosting',
      'host',
      'the name of the year says where it is held, and speaks for the other',
    ],
  ])('are told in a column: %s, %s', async (name, column, why) => {
    const lines = await warned(turn(name, column, ...PARTIES));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${name} ${column}: one party is named here, but ${why}: ${PLACES}`);
  });

  it('are told of people who chaired for the other one', async () => {
    expect(await warned(turn('people', 'party', ...PARTIES))).toContain(
      'co-chairs party: the party "arland" is here, but under people "jules-marot" is of "belmark" (row 6)',
    );
  });

  it('are told of the parties themselves, and nothing that follows', async () => {
    const lines = await warned(turn('parties', 'id', ...PARTIES));
    expect(lines.filter((line) => !line.startsWith('meetings host'))).toEqual([
      `parties name_en: this is the name or the country of the party "arland": ${PLACES} (row 2)`,
      `parties name_en: this is the name or the country of the party "belmark": ${PLACES} (row 3)`,
    ]);
  });

  it('are told of places by what happened there', async () => {
    expect(await warned(turn('places', 'country', 'XA', 'XB'))).toContain(
      'exchange-year-events country: the country XA is here, but under places "arlport" is in XB (row 2)',
    );
    expect(
      await warned(
        turn('exchange-year-hosting', 'host', ...PARTIES),
        cell('exchange-year-hosting', 2, 'name_en', 'Music of one land'),
        cell('exchange-year-hosting', 3, 'name_en', 'Music of another land'),
      ),
    ).toEqual([
      `exchange-year-hosting host: one party is named here, but the year was opened or closed in a country that speaks for the other: ${PLACES} (row 2); likewise at 1 more place: exchange-year-hosting host (row 3)`,
    ]);
  });

  it('are told of countries that have a name, and of pages by their addresses', async () => {
    const record = await readRecord();
    const [china, russia] = record.mechanism.parties;
    if (china === undefined || russia === undefined) throw new Error('Two parties are needed');
    const parties = [
      { ...china, country: russia.country },
      { ...russia, country: china.country },
    ];
    const warnings = findWarnings({ ...record, mechanism: { ...record.mechanism, parties } });
    expect(warnings.map(formatFault)).toEqual([
      `mechanism.json $.parties[0].country: this is the name or the country of the party "russia": ${PLACES}`,
      `mechanism.json $.parties[1].country: this is the name or the country of the party "china": ${PLACES}`,
    ]);
    const places = record.places.map((place) =>
      place.id === 'harbin' ? { ...place, country: 'RU' } : place,
    );
    expect(findWarnings({ ...record, places }).map(formatFault)[0]).toContain(
      'the country CN is here, but under places "harbin" is in RU',
    );
  });

  it('are no matter of a single row, nor of a record that is right', async () => {
    expect(await warned(cell('sources', 2, 'reportedBy', 'belmark'))).toEqual([]);
    expect(findWarnings(await readRecord())).toEqual([]);
  });
});
