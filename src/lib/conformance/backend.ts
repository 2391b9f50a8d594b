import * as v from 'valibot';

import { toQuery } from '#src/api/client.ts';
import { CalendarItemList, CommissionList } from '#src/api/schemas/calendar.ts';
import { FieldList, Mechanism } from '#src/api/schemas/common.ts';
import { EntryList, FieldSummary } from '#src/api/schemas/entries.ts';
import { ExchangeYear, ExchangeYearList } from '#src/api/schemas/exchange-years.ts';
import { Meeting, MeetingList, PersonList } from '#src/api/schemas/meetings.ts';
import { SearchResult } from '#src/api/schemas/search.ts';
import { SourceDetail, SourceList } from '#src/api/schemas/sources.ts';
import type { Asker } from './asker.ts';
import { placeOfNewer } from './newer-values.ts';
import { Broken } from './outcome.ts';

const NOT_OF_THIS_VERSION = 'No value of this version of the contract';

const SCHEMAS = {
  '/mechanism': Mechanism,
  '/fields': FieldList,
  '/fields/summary': FieldSummary,
  '/entries': EntryList,
  '/meetings': MeetingList,
  '/meetings/{ordinal}': Meeting,
  '/exchange-years': ExchangeYearList,
  '/exchange-years/{id}': ExchangeYear,
  '/commissions': CommissionList,
  '/people': PersonList,
  '/search': SearchResult,
  '/calendar': CalendarItemList,
  '/sources': SourceList,
  '/sources/{id}': SourceDetail,
} satisfies Record<string, v.GenericSchema>;
export type DataPath = keyof typeof SCHEMAS;
export type DataOf<Path extends DataPath> = v.InferOutput<(typeof SCHEMAS)[Path]>;
export type Answer<Path extends DataPath> = { request: string; data: DataOf<Path> };

export function expectType(request: string, headers: Headers, due: string): void {
  const got = headers.get('content-type') ?? '–';
  if (got.split(';')[0]?.trim().toLowerCase() !== due)
    throw new Broken(request, 'content-type', { got, due });
}

/** The body, held against a schema of the contract. */
export function readBody<Schema extends v.GenericSchema>(
  request: string,
  text: string,
  schema: Schema,
): v.InferOutput<Schema> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Broken(request, 'not-json');
  }
  const parsed = v.safeParse(schema, body);
  if (parsed.success) {
    const newer = placeOfNewer(schema, parsed.output);
    if (newer === null) return parsed.output;
    throw new Broken(request, 'shape', { place: newer, detail: NOT_OF_THIS_VERSION });
  }
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue) ?? '–';
  throw new Broken(request, 'shape', { place, detail: issue.message });
}

/** The backend by the contract's paths: every answer is held against its schema before anything else. */
export function createBackend({ ask }: Asker) {
  /** Where an answer had a tag that the browser lets a page read: the tag, by the request. */
  const tags = new Map<string, string>();
  return {
    ask,
    tags,
    get: async <Path extends DataPath>(
      path: Path,
      params: object = {},
      id: string | number = '',
    ): Promise<Answer<Path>> => {
      const address = `${path.replace(/\{\w+\}/, () => encodeURIComponent(id))}${toQuery(params)}`;
      const { request, status, headers, text } = await ask(address);
      if (status !== 200) throw new Broken(request, 'status', { got: status, due: 200 });
      expectType(request, headers, 'application/json');
      const tag = headers.get('etag');
      if (tag !== null) tags.set(address, tag);
      return { request, data: readBody(request, text, SCHEMAS[path]) };
    },
  };
}
export type Backend = ReturnType<typeof createBackend>;
