import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { createApi } from '#src/api/client.ts';
import {
  CalendarFileParams,
  CalendarParams,
  DEFAULT_LIMIT,
  EntryParams,
  MeetingParams,
  SearchParams,
  SourceParams,
  SummaryParams,
} from '#src/api/params.ts';
import { identifier, ordinal } from '#src/api/schemas/common.ts';
import {
  componentOf,
  document,
  OPERATIONS,
  type Parameter,
  readExample,
  toVerdict,
} from './contract-document.ts';
import { ajv } from './contract-validator.ts';
import { toDocumented } from './run-time-schemas.ts';

type ParamsSchema = v.GenericSchema & { entries: Record<string, v.GenericSchema> };

/** Every other request has no parameters in its query. */
const QUERIES: Record<string, ParamsSchema> = {
  '/entries': EntryParams,
  '/fields/summary': SummaryParams,
  '/meetings': MeetingParams,
  '/sources': SourceParams,
  '/calendar': CalendarParams,
  '/calendar.ics': CalendarFileParams,
  '/search': SearchParams,
};
const IN_PATH: Record<string, v.GenericSchema> = { ordinal, id: identifier };

const inQuery = (parameters: readonly Parameter[]) =>
  parameters.filter((one) => one.in === 'query');
const inPath = (parameters: readonly Parameter[]) => parameters.filter((one) => one.in === 'path');

/** A run-time schema of parameters as the document's list of them. */
function toParameters(schema: ParamsSchema) {
  const { properties = {}, required = [] } = toDocumented(schema) as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, one]) => ({
    name,
    required: required.includes(name),
    schema: toVerdict({ ...one }),
  }));
}

const sorted = <Item extends { name: string }>(items: readonly Item[]) =>
  items.toSorted((a, b) => (a.name < b.name ? -1 : 1));

describe.each(OPERATIONS)('GET $path', ({ path, parameters, answers }) => {
  it('takes the parameters that the app sends, with the same limits', () => {
    const documented = inQuery(parameters).map(({ name, required = false, schema }) => ({
      name,
      required,
      schema: toVerdict(schema),
    }));
    expect(sorted(documented)).toEqual(sorted(toParameters(QUERIES[path] ?? v.strictObject({}))));
  });

  it('has every placeholder of its path as a parameter', () => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(inPath(parameters).map(({ name }) => name)).toEqual(names);
    for (const { name, required, schema } of inPath(parameters)) {
      expect(required).toBe(true);
      expect(toVerdict(schema)).toEqual(toVerdict(toDocumented(IN_PATH[name]!)));
    }
  });

  it('takes lists as repeated parameters', () => {
    for (const { name, style, explode, schema } of inQuery(parameters)) {
      const isList = toVerdict(schema)['type'] === 'array';
      expect({ name, style, explode }).toEqual(
        isList ? { name, style: 'form', explode: true } : { name },
      );
    }
  });

  it('gives examples of parameters that it takes', () => {
    for (const { name, schema, example } of inQuery(parameters))
      if (example !== undefined)
        expect([name, example, ajv.validate(toVerdict(schema), example)]).toEqual([
          name,
          example,
          true,
        ]);
  });

  it('answers with a tag, with 304, or with a problem', () => {
    expect(answers['200']?.headers).toHaveProperty('ETag');
    expect(answers['304']?.headers).toHaveProperty('ETag');
    expect(answers['304']?.content).toBeUndefined();
    expect('404' in answers).toBe(path.includes('{'));
    for (const status of ['400', ...(path.includes('{') ? ['404'] : []), 'default']) {
      const content = answers[status]?.content ?? {};
      expect(Object.keys(content)).toEqual(['application/problem+json']);
      expect(componentOf(content['application/problem+json']!.schema)).toBe('Problem');
    }
    expect(parameters.map(({ name }) => name)).toContain('If-None-Match');
  });
});

it('pages are as long as the app expects', () => {
  const lists = OPERATIONS.filter(({ parameters }) =>
    parameters.some(({ name }) => name === 'cursor'),
  );
  expect(lists.map(({ path }) => path)).toEqual(['/meetings', '/entries', '/sources']);
  for (const { parameters } of lists)
    expect(parameters.find(({ name }) => name === 'limit')?.schema['default']).toBe(DEFAULT_LIMIT);
});

it('the app reads the document’s answer to each of its requests', async () => {
  const asked = new Set<string>();
  const base = 'http://contract.test/api';
  const api = createApi(base, (request) => {
    const path = new URL(request.url).pathname.replace('/api', '');
    const { path: template, answers } =
      OPERATIONS.find((one) => one.path === path) ??
      OPERATIONS.find(
        (one) => path.startsWith(one.path.replace(/\{.*/, '')) && one.path.includes('{'),
      )!;
    asked.add(template);
    const [example] = Object.values(answers['200']!.content!['application/json']!.examples);
    return Promise.resolve(Response.json(readExample(example!)));
  });
  await Promise.all([
    api.mechanism(),
    api.fields(),
    api.exchangeYears(),
    api.commissions(),
    api.people(),
    api.meeting(28),
    api.exchangeYear('sports-2022-2023'),
    api.source('people-2018-11-08'),
    api.meetings({}),
    api.entries({}),
    api.summary({}),
    api.sources({}),
    api.calendar({}),
    api.search({ q: 'harbin' }),
  ]);
  const data = Object.keys(document.paths).filter((path) => path !== '/calendar.ics');
  expect([...asked].toSorted()).toEqual(data.toSorted());
});
