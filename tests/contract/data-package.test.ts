import { describe, expect, test } from 'vitest';

import { createApi } from '#src/api/client.ts';
import { fetchWholeRecord } from '#src/api/whole-record.ts';
import { toDataPackage } from '#src/lib/data-package/data-package.ts';
import { zipFiles } from '#src/lib/data-package/zip-files.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { readCsv } from '#tests/fixtures/read-csv.ts';
import { readZip } from '#tests/fixtures/read-zip.ts';

interface Resource {
  name: string;
  path: string;
  schema: {
    fields: { name: string; type: string; constraints?: { required?: boolean } }[];
    primaryKey?: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}
interface Descriptor {
  name: string;
  licenses?: { name: string }[];
  resources: Resource[];
}

const BASE = 'http://mock.test/api/v1';
const record = await readRecord();
const handler = createHandler(record, { baseUrl: BASE, scenario: 'record' });
const api = createApi(BASE, async (request) => handler(request));
const whole = await fetchWholeRecord(api);
const context = { address: 'https://example.org/', isShippedData: true };
const files = readZip(zipFiles(toDataPackage(whole, context)));
const descriptor = JSON.parse(files.get('datapackage.json') ?? '') as Descriptor;

const tables = new Map(
  descriptor.resources.map((resource) => {
    const [header = [], ...rows] = readCsv(files.get(resource.path) ?? '');
    return [resource.name, { resource, header, rows }] as const;
  }),
);
const table = (name: string) => {
  const found = tables.get(name);
  if (found === undefined) throw new Error(`No table ${name}`);
  return found;
};
const column = (name: string, field: string) => {
  const { header, rows } = table(name);
  const at = header.indexOf(field);
  return rows.map((row) => row[at] ?? '');
};

describe('the record as a data package', () => {
  test('describes every file that it holds, and no other', () => {
    const described = descriptor.resources.map(({ path }) => path);
    expect([...files.keys()].toSorted()).toEqual(['datapackage.json', ...described].toSorted());
    for (const { resource, header } of tables.values())
      expect(header).toEqual(resource.schema.fields.map(({ name }) => name));
  });

  test('holds each fact of the record once', () => {
    expect(column('entries', 'id').toSorted()).toEqual(
      record.entries.map(({ id }) => id).toSorted(),
    );
    expect(column('entries', 'text').toSorted()).toEqual(
      record.entries.map(({ text }) => text).toSorted(),
    );
    expect(column('sources', 'url').toSorted()).toEqual(
      record.sources.map(({ url }) => url).toSorted(),
    );
    expect(column('meetings', 'date')).toEqual(record.meetings.map(({ date }) => date));
    expect(table('exchange-year-events').rows).toHaveLength(
      record.exchangeYears.flatMap(({ events }) => events).length,
    );
    expect(table('exchange-year-hosting').rows).toHaveLength(
      record.exchangeYears.flatMap(({ hosting }) => hosting).length,
    );
    expect(column('meetings', 'attendance-source').filter((id) => id !== '')).toEqual(
      record.meetings.flatMap(({ attendance }) => attendance?.source ?? []),
    );
    expect(table('commission-sessions').rows).toHaveLength(
      record.commissions.flatMap(({ sessions }) => sessions).length,
    );
  });

  test('keeps the types and the required values that its schema states', () => {
    for (const { resource, rows } of tables.values()) {
      for (const [at, { name, type, constraints }] of resource.schema.fields.entries()) {
        const values = rows.map((row) => row[at] ?? '');
        const place = `${resource.name}.${name}`;
        if (constraints?.required === true) expect(values, place).not.toContain('');
        if (type === 'integer')
          expect(
            values.every((value) => /^-?\d*$/.test(value)),
            place,
          ).toBe(true);
        if (type === 'number')
          expect(
            values.every((value) => value === '' || !Number.isNaN(Number(value))),
            place,
          ).toBe(true);
      }
    }
  });

  test('has unique keys, and every reference leads to a row', () => {
    for (const { resource, header, rows } of tables.values()) {
      const { primaryKey = [], foreignKeys = [] } = resource.schema;
      const keys = rows.map((row) =>
        primaryKey.map((name) => row[header.indexOf(name)]).join('\n'),
      );
      if (primaryKey.length > 0) expect(new Set(keys).size, resource.name).toBe(rows.length);
      for (const { fields, reference } of foreignKeys) {
        const known = new Set(column(reference.resource, reference.fields[0] ?? ''));
        const named = column(resource.name, fields[0] ?? '').filter((value) => value !== '');
        expect(
          named.filter((value) => !known.has(value)),
          resource.name,
        ).toEqual([]);
      }
    }
  });

  test('states a licence only for the data that come with the app', () => {
    expect(descriptor.licenses?.map(({ name }) => name)).toEqual(['MIT']);
    const foreign = toDataPackage(whole, { ...context, isShippedData: false });
    expect(JSON.parse(foreign.get('datapackage.json') ?? '')).not.toHaveProperty('licenses');
  });

  test('gives the same bytes for the same record', () => {
    expect(zipFiles(toDataPackage(whole, context))).toEqual(
      zipFiles(toDataPackage(whole, context)),
    );
  });
});
