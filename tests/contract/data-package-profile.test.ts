import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import { createApi } from '#src/api/client.ts';
import { fetchWholeRecord } from '#src/api/whole-record.ts';
import { toDataPackage } from '#src/lib/data-package/data-package.ts';
import { zipFiles } from '#src/lib/data-package/zip-files.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { readZip } from '#tests/fixtures/read-zip.ts';

interface Field {
  name: string;
  type: string;
  constraints?: { required?: boolean };
}
interface Resource {
  name: string;
  path: string;
  schema: {
    fields: Field[];
    primaryKey?: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
    missingValues: string[];
  };
}
interface Descriptor {
  resources: [Resource, ...Resource[]];
}
type Row = Record<string, string>;
type Files = ReadonlyMap<string, string>;

const PROFILE = new URL('../fixtures/data-package-profile-2.0.json', import.meta.url);
const BASE = 'http://mock.test/api/v1';

/** Not strict: the profile has words of its own for editors, such as the format "textarea", which rule nothing. */
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    email: /^[^@\s]+@[^@\s]+$/,
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    textarea: true,
  },
});
const isPackage = ajv.compile(JSON.parse(readFileSync(PROFILE, 'utf8')) as object);

/** What values of a type look like in the specification's own words for them. */
const LEXICAL: Record<string, RegExp> = {
  string: /^/,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/,
};

/** Every line has as many values as the head, or the parser throws. */
const readTable = (files: Files, { path }: Resource): Row[] =>
  parse(files.get(path) ?? '', { bom: true, columns: true, record_delimiter: '\r\n' });

const keyOf = (row: Row, names: readonly string[]) =>
  JSON.stringify(names.map((name) => row[name]));

function valueFaults({ name: table, schema }: Resource, rows: readonly Row[]): string[] {
  const isMissing = (value: string | undefined) =>
    value === undefined || schema.missingValues.includes(value);
  return schema.fields.flatMap(({ name, type, constraints }) =>
    rows.flatMap((row) => {
      const value = row[name];
      if (isMissing(value)) return constraints?.required ? [`${table}.${name} is missing`] : [];
      return LEXICAL[type]?.test(value ?? '') ? [] : [`${table}.${name} is no ${type}: ${value}`];
    }),
  );
}

function keyFaults({ name: table, schema }: Resource, tables: Map<string, Row[]>): string[] {
  const rows = tables.get(table) ?? [];
  const { primaryKey, foreignKeys = [] } = schema;
  const distinct = new Set(rows.map((row) => keyOf(row, primaryKey ?? [])));
  const twice = primaryKey && distinct.size < rows.length ? [`${table} has a key twice`] : [];
  const lost = foreignKeys.flatMap(({ fields, reference }) => {
    const target = tables.get(reference.resource) ?? [];
    const known = new Set(target.map((row) => keyOf(row, reference.fields)));
    return rows
      .filter((row) => fields.every((field) => row[field] !== '') && !known.has(keyOf(row, fields)))
      .map((row) => `${table} names ${keyOf(row, fields)}, not in ${reference.resource}`);
  });
  return [...twice, ...lost];
}

/** What a reader who has only the package finds wrong with it. */
function faultsOf(files: Files): string[] {
  const descriptor = JSON.parse(files.get('datapackage.json') ?? '') as Descriptor;
  if (!isPackage(descriptor))
    return (isPackage.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath} ${message}`,
    );
  const { resources } = descriptor;
  const tables = new Map(resources.map((one) => [one.name, readTable(files, one)]));
  return resources.flatMap((one) => [
    ...valueFaults(one, tables.get(one.name) ?? []),
    ...keyFaults(one, tables),
  ]);
}

const handler = createHandler(await readRecord(), { baseUrl: BASE, scenario: 'record' });
const whole = await fetchWholeRecord(createApi(BASE, async (request) => handler(request)));
const packed = (isShippedData: boolean) =>
  readZip(zipFiles(toDataPackage(whole, { address: 'https://example.org/', isShippedData })));

describe('read back by the official profile of Data Package 2.0', () => {
  test.each([true, false])(
    'the package keeps it, and its rows keep their schemas: %s',
    (shipped) => {
      expect(faultsOf(packed(shipped))).toEqual([]);
    },
  );

  const changed = (path: string, from: RegExp | string, to: string) => {
    const files = packed(true);
    const text = files.get(path) ?? '';
    expect(text).toMatch(from);
    return new Map([...files, [path, text.replace(from, to)]]);
  };

  test.each([
    ['a table without a name', 'datapackage.json', /"name": "entries",/, '', /name/],
    [
      'a type of its own making',
      'datapackage.json',
      '"type": "integer"',
      '"type": "day"',
      /fields/,
    ],
    ['a text for a number', 'data/meetings.csv', /^28,/m, 'twenty-eight,', /is no integer/],
    ['no value where one is due', 'data/co-chairs.csv', /^28,/m, ',', /is missing/],
    ['a key twice', 'data/meetings.csv', /^28,/m, '27,', /has a key twice/],
    [
      'a source that is not there',
      'data/meeting-sources.csv',
      'seed-28',
      'seed-0',
      /not in sources/,
    ],
  ] as const)('%s would be found', (_, path, from, to, fault) => {
    expect(faultsOf(changed(path, from, to)).join('\n')).toMatch(fault);
  });
});
