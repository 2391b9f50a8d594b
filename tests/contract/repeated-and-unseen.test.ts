/** What nobody sees in a table: a row that was pasted twice, a sign without a shape. Neither comes in without a word. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatFault } from '#engine/reading/fault-words.ts';
import { type Change, readChanged, warned } from '#tests/fixtures/changed-workbook.ts';
import { rowsOf } from '#tests/fixtures/hand-written-workbook.ts';
import { folder, read as readFolder, withFile } from '#tests/fixtures/record-files.ts';

const ALIKE = 'stands here more than once, and all else that is said of it too: keep it once';

/** A row once more below the others, with other values where there are any. */
const again =
  (name: string, line: number, values: Record<string, string | number> = {}): Change =>
  (sheets) => {
    const rows = rowsOf(sheets, name);
    const [heading = []] = rows;
    rows.push((rows[line - 1] ?? []).map((cell, at) => values[heading[at] as string] ?? cell));
  };

describe('a row that says what another one says', () => {
  it.each<[string, number, string, string, number]>([
    ['exchange-year-events', 3, 'kind', 'Three days of brass bands.', 5],
    ['exchange-year-figures', 2, 'label', 'Concerts', 3],
    ['exchange-year-hosting', 3, 'year', "Arland's music in Belmark", 4],
    ['commission-sessions', 3, 'ordinal', '2013-04-09', 4],
  ])('is warned of with both rows: %s', async (name, line, column, value, other) => {
    expect(await warned(again(name, line))).toEqual([
      `${name} ${column}: "${value}" ${ALIKE} (row ${line}); likewise at 1 more place: ${name} ${column} (row ${other})`,
    ]);
  });

  it.each<[string, number, string, number, ...Change[]]>([
    ['places', 2, 'Arlport', 5],
    ['people', 4, 'Noor Haddad', 5],
    ['sources', 3, 'Joint communiqué of the second talks', 7],
    [
      'entries',
      2,
      'The two lands will measure the river Sael together.',
      9,
      again('entry-fields', 2, { entry: 'more' }),
      again('evidence', 2, { thing: 'more' }),
    ],
  ])('is warned of under another id: %s', async (name, line, value, other, ...beside) => {
    expect(await warned(again(name, line, { id: 'more' }), ...beside)).toEqual([
      `${name}: "${value}" ${ALIKE} (row ${line}); likewise at 1 more place: ${name} (row ${other})`,
    ]);
  });

  it('is warned of under another number, and where a whole block was pasted again', async () => {
    expect(await warned(again('evidence', 5, { number: 3 }))).toEqual([
      `evidence: "joint-2011" ${ALIKE} (row 5); likewise at 1 more place: evidence (row 11)`,
    ]);
    const block = [2, 3, 4].map((line) => again('exchange-year-events', line));
    expect(await warned(...block)).toHaveLength(3);
  });

  it('is not warned of where something else is said', async () => {
    expect(await warned(again('exchange-year-events', 3, { date: '2014-07-05' }))).toEqual([]);
    expect(await warned(again('people', 4, { id: 'more', party: 'arland' }))).toEqual([
      'people id: the person "more" is never used: is a row lost that named it? (row 5)',
    ]);
  });
});

describe('a row that contradicts another one', () => {
  const ELSEWHERE = 'stands in more rows than one: was it filled down, or pasted twice?';

  it.each<[string, number, string, string, Record<string, string | number>, number]>([
    ['exchange-year-hosting', 3, 'year', '2015', { host: 'arland' }, 4],
    ['exchange-year-figures', 2, 'label', '"Concerts"', { value: 150 }, 3],
    ['commission-sessions', 2, 'ordinal', '1', { date: '2010-03' }, 4],
  ])('is warned of with both rows: %s', async (name, line, column, value, values, other) => {
    expect(await warned(again(name, line, values))).toEqual([
      `${name} ${column}: ${value} ${ELSEWHERE} (row ${line}); likewise at 1 more place: ${name} ${column} (row ${other})`,
    ]);
  });

  it.each<[string, number, Record<string, string | number>]>([
    ['another year', 3, { year: 2014, host: 'arland' }],
    ['a second name of the year', 3, { name_en: 'Arland plays in Belmark' }],
  ])('is none of hosting with %s', async (_, line, values) => {
    const rows = await warned(again('exchange-year-hosting', line, values));
    expect(rows.filter((row) => row.includes(ELSEWHERE))).toEqual([]);
  });

  it('is none of figures in another unit, or of another source', async () => {
    for (const values of [
      { value: 150, unit: 'evenings' },
      { value: 150, source: 'joint-2011' },
    ])
      expect(await warned(again('exchange-year-figures', 2, values))).toEqual([]);
  });

  it('is none of sessions without a number', async () => {
    expect(await warned(again('commission-sessions', 3, { date: '2013-05-09' }))).toEqual([]);
  });
});

describe('a sign that belongs in no text', () => {
  const SIGNS = [
    '\u0001',
    '\b',
    '\v',
    '\u001B',
    '\u007F',
    '\uFEFF',
    '\uFFFE',
    '\uFDD0',
    '\u{1FFFF}',
  ];
  const named = (sign: string) =>
    (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

  it('is refused with the cell and its place there, as it is or as programs write it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SIGNS), fc.boolean(), async (sign, isEscaped) => {
        const isWritten = isEscaped && sign.length === 1;
        const written = isWritten ? `_x${named(sign)}_` : sign;
        const { record, errors } = await readChanged((sheets) => {
          const row = rowsOf(sheets, 'entries')[2] ?? [];
          row[4] = `Bel${written}mark asked.`;
        });
        expect(record).toBeNull();
        expect(errors.map(formatFault)).toEqual([
          `entries text: the character U+${named(sign)}, which belongs in no text, at its place 4 (row 3)`,
        ]);
      }),
      { numRuns: 12 },
    );
  });

  it('is refused in JSON, with the path and its place there', async () => {
    const places = (folder.get('places.json') ?? '').replace(
      'Belhaven',
      String.raw`Bel\u0007haven`,
    );
    const { faults } = await readFolder(withFile(folder, 'places.json', places));
    expect(faults).toMatchObject([
      { path: '$[1].name.en', code: 'text-sign', values: { sign: '0007', place: 4 } },
    ]);
  });

  it('is none of those that texts are broken into lines and columns with', async () => {
    const { record } = await readChanged((sheets) => {
      const row = rowsOf(sheets, 'entries')[2] ?? [];
      row[4] = 'One\ttwo\nthree';
    });
    expect(record?.entries[1]?.text).toBe('One\ttwo\nthree');
  });

  it('is not the one that stands for a lost one, which a workbook keeps', async () => {
    const { record } = await readChanged((sheets) => {
      const row = rowsOf(sheets, 'entries')[2] ?? [];
      row[4] = 'Bel\uFFFDmark asked.';
    });
    expect(record?.entries[1]?.text).toBe('Bel\uFFFDmark asked.');
  });
});
