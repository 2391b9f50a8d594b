import * as v from 'valibot';

import { CalendarItemList, CommissionList } from '#src/api/schemas/calendar.ts';
import { FieldList, Mechanism, Problem, NewerValue } from '#src/api/schemas/common.ts';
import { EntryList, FieldSummary } from '#src/api/schemas/entries.ts';
import { ExchangeYear, ExchangeYearList } from '#src/api/schemas/exchange-years.ts';
import { Meeting, MeetingList, PersonList } from '#src/api/schemas/meetings.ts';
import { SearchResult } from '#src/api/schemas/search.ts';
import { SourceDetail, SourceList } from '#src/api/schemas/sources.ts';
import type { Contract, Fault } from './contract.ts';

const ANSWERS = {
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
export type Answers = { [Path in keyof typeof ANSWERS]: v.InferOutput<(typeof ANSWERS)[Path]> };
/** What the app reads of each path that answers with data. */
export const SCHEMAS: Readonly<Record<string, v.GenericSchema>> = ANSWERS;

function judge(schema: v.GenericSchema, body: unknown): Fault | null {
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { place: v.getDotPath(issue) ?? '–', detail: issue.message };
  }
  const newer = placeOfNewer(schema, parsed.output);
  if (newer === null) return null;
  return { place: newer, detail: 'No value of this version of the contract' };
}

/** The contract as the app reads it, for the page, where the document itself is not at hand. */
export const SCHEMA_CONTRACT: Contract = {
  paths: [...Object.keys(SCHEMAS), '/calendar.ics'],
  judge: (path, body) => judge(SCHEMAS[path]!, body),
  judgeProblem: (body) => judge(Problem, body),
};

type Parts = {
  type: string;
  entries?: Record<string, v.GenericSchema>;
  item?: v.GenericSchema;
  wrapped?: v.GenericSchema;
  options?: readonly unknown[];
};

/**
 * Where a valid answer has a value of an enumeration that is not of this version of the contract. Readers keep such a
 * value, but a backend that states this version may not send it. Null if there is none.
 */
function placeOfNewer(schema: v.GenericSchema, value: unknown, place = ''): string | null {
  if (value === null || value === undefined) return null;
  const { type, entries, item, wrapped, options } = schema as v.GenericSchema & Parts;
  const at = (name: string | number) => (place === '' ? String(name) : `${place}.${name}`);
  const first = (places: Iterable<string | null>) =>
    [...places].find((found) => found !== null) ?? null;
  if (entries !== undefined && typeof value === 'object')
    return first(
      Object.entries(entries).map(([name, one]) =>
        placeOfNewer(one, (value as Record<string, unknown>)[name], at(name)),
      ),
    );
  if (item !== undefined && Array.isArray(value))
    return first(value.map((one, index) => placeOfNewer(item, one, at(index))));
  if (wrapped !== undefined) return placeOfNewer(wrapped, value, place);
  if (type !== 'union' || options?.includes(NewerValue) !== true) return null;
  return v.is(options[0] as v.GenericSchema, value) ? null : place;
}
