/** Slips that people and programs make in a record's files: each is told once, with what was meant, or is no matter. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { formatFault } from '#engine/reading/fault-words.ts';
import { type Files, folder, packaged, read, withFile } from '#tests/fixtures/record-files.ts';

const PLACES = 'data/places.csv';
const placesAs = (spoil: (text: string) => string | Uint8Array) =>
  withFile(packaged, PLACES, spoil(packaged.get(PLACES) ?? ''));
const ENTRIES = 'data/entries.csv';
const entriesAs = (spoil: (text: string) => string) =>
  withFile(packaged, ENTRIES, spoil(packaged.get(ENTRIES) ?? ''));
const descriptorAs = (spoil: (text: string) => string) =>
  withFile(packaged, 'datapackage.json', spoil(packaged.get('datapackage.json') ?? ''));
const partAs = (name: string, spoil: (text: string) => string) =>
  withFile(folder, name, spoil(folder.get(name) ?? ''));
const called = (files: Files, name: string, other: string): Files =>
  new Map(Array.from(files, ([one, text]) => [one === name ? other : one, text]));
const instead = (name: string, meant: string) =>
  `"${name}" is not read here: was "${meant}" meant, which is missing?`;
const NO_HEADING =
  'this is no heading of the table: the first row has to name id, country, name_en';
const PARTED =
  'separates the cells here: save the table with commas or semicolons, the same in every line';

describe('one slip in a record’s files', () => {
  it.each<[string, Files, string]>([
    [
      'tabs between cells',
      placesAs((text) => text.replaceAll(',', '\t')),
      `${PLACES} $: "\\t" ${PARTED} (line 1)`,
    ],
    [
      'tabs between cells of which some are quotations',
      entriesAs((text) => text.replaceAll(/(?<=\n.*,)[^,\r\n]+/g, '"$&"').replaceAll(',', '\t')),
      `${ENTRIES} $: "\\t" ${PARTED} (line 1)`,
    ],
    [
      'lines between cells that are quotations all',
      entriesAs((text) => text.replaceAll(/[^,\r\n]+/g, '"$&"').replaceAll(',', '|')),
      `${ENTRIES} $: "|" ${PARTED} (line 1)`,
    ],
    [
      'semicolons between quotations, below a heading with commas',
      entriesAs((text) =>
        text.replaceAll(/(?<=\n.*)[^,\r\n]+/g, '"$&"').replaceAll(/(?<=\n.*),/g, ';'),
      ),
      `${ENTRIES} $: ";" ${PARTED} (line 2)`,
    ],
    [
      'a quotation that does not end, of which another mark is told in the same line',
      placesAs((text) => text.replace('country', 'coun"try').replace('name_en', '"name_en')),
      `${PLACES} $: a quotation does not end (line 1)`,
    ],
    [
      'semicolons below a heading with commas',
      placesAs((text) => text.replaceAll(/(?<=\n.*),/g, ';')),
      `${PLACES} $: ";" ${PARTED} (line 2)`,
    ],
    [
      'a line for one program above',
      placesAs((text) => `sep=,\r\n${text}`),
      `${PLACES} $: ${NO_HEADING} (line 1)`,
    ],
    [
      'a page of an error instead',
      placesAs(() => '<html>404</html>'),
      `${PLACES} $: ${NO_HEADING} (line 1)`,
    ],
    [
      'a comma in a text without quotation marks',
      entriesAs((text) => text.replace('a ferry below the falls', 'a ferry, below the falls')),
      `${ENTRIES} $[1]: 13 cells; the heading has 12: a text with a comma or a semicolon in it stands in quotation marks (line 3)`,
    ],
    [
      'a quotation mark too many, before the next quotation',
      entriesAs((text) => text.replace('Belmark asked', '"Belmark asked')),
      `${ENTRIES} $: a quotation does not end (line 3)`,
    ],
    [
      'a zip in a zip',
      new Map([['record.zip', zipSync({ 'inner.zip': zipSync({}) })]]),
      'record.zip $: a zip within a zip (inner.zip): unpack the outer one, and choose that',
    ],
    [
      'UTF-16 without a mark',
      placesAs((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
      `${PLACES} $: not UTF-8 but UTF-16: save it as UTF-8`,
    ],
    [
      'a mark too many',
      placesAs((text) => `\uFEFF\uFEFF${text}`),
      `${PLACES} $: ${instead('\\uFEFFid', 'id')} (line 1)`,
    ],
    [
      'a heading without its name',
      placesAs((text) => text.replace('country', '')),
      `${PLACES} $: ${instead('', 'country')} (line 1)`,
    ],
    [
      'the heading again',
      placesAs((text) => text.replace(/^.*\r\n/, '$&$&')),
      `${PLACES} $: the heading a second time (line 2)`,
    ],
    [
      'a heading whose quotation does not end',
      placesAs((text) => `"${text}`),
      `${PLACES} $: a quotation does not end (line 1)`,
    ],
    [
      'another name of a file',
      called(packaged, PLACES, 'data/towns.csv'),
      `datapackage.json $.resources: ${instead('data/towns.csv', PLACES)}`,
    ],
    [
      'another name of a table',
      descriptorAs((text) => text.replace('"places"', '"towns"')),
      `datapackage.json $.resources: ${instead('towns', 'places')}`,
    ],
    [
      'another name of the description',
      called(packaged, 'datapackage.json', 'package.json'),
      'datapackage.json $: it is missing: without it nobody knows which table of the data package is which',
    ],
    [
      'no mechanism in the description',
      descriptorAs((text) => text.replace('"mechanism"', '"about"')),
      'datapackage.json $.mechanism: nothing is here, but something has to be',
    ],
    [
      'a part of another name',
      called(folder, 'places.json', 'Places.json'),
      `Places.json $: ${instead('Places.json', 'places.json')}`,
    ],
    [
      'a property of another name',
      partAs('places.json', (text) => text.replace('"country"', '"Country"')),
      `places.json $[0].Country: ${instead('Country', 'country')}`,
    ],
    [
      'an endless id',
      partAs('places.json', (text) => text.replace('arlport', 'a'.repeat(20_001))),
      'places.json $[0].id: a text of 20001 characters; at most 20000 are taken (line 3, column 11)',
    ],
    [
      'a number beyond all',
      partAs('meetings.json', (text) => text.replace('"ordinal": 1', '"ordinal": 1e400')),
      'meetings.json $[0].ordinal: the number 1e400 is too large to be held (line 3, column 16)',
    ],
  ])('is told once, and nothing that follows from it: %s', async (_, files, line) => {
    const { record, faults } = await read(files);
    expect(record).toBeNull();
    expect(faults.map(formatFault)).toEqual([line]);
  });

  it.each<[string, string]>([
    ['Windows-1251 for UTF-8', 'РџСЂРёРІРµС‚'],
    ['Latin-1 for Windows-1251', 'Ïðèâåò'],
    ['none that has the letters', '??????'],
    ['GBK for what nobody could read', '锟斤拷'],
  ])('is warned of where a text was read as %s', async (_, text) => {
    const { faults } = await read(placesAs((table) => table.replace('Tallinn', text)));
    expect(faults.filter(({ code }) => code === 'garbled')).toMatchObject([
      { file: PLACES, line: 4 },
    ]);
  });

  it.each<[string, Files]>([
    [
      'cells of nothing at the end of lines',
      placesAs((text) => text.replaceAll(/(?<=\n.+)\r/g, ',\r')),
    ],
    ['a column of nothing', placesAs((text) => text.replaceAll('\r', ',\r'))],
    ['lines of commas', placesAs((text) => `${text},,,,,\r\n`)],
    [
      'numbers with a point',
      withFile(
        packaged,
        'data/meetings.csv',
        (packaged.get('data/meetings.csv') ?? '').replaceAll(/^\d+/gm, '$&.0'),
      ),
    ],
  ])('is none: %s', async (_, files) => {
    expect(await read(files)).toEqual(await read(packaged));
  });
});
