/**
 * What each request may ask, as the contract states it. The client types its calls with these, and the mock and the
 * reference backend parse addresses with the same schemas, so that all refuse the same values.
 */
import * as v from 'valibot';

import { EdtfDate, EvidenceStatus, identifier, languageTag, ordinal } from './schemas/common.ts';
import { EntryKind, SummaryDimension, SummarySplit } from './schemas/entries.ts';
import { CalendarItemKind } from './schemas/calendar.ts';
import { MeetingFormat } from './schemas/meetings.ts';

/** The longest text that `q` takes, in UTF-16 code units. */
export const MAX_QUERY_LENGTH = 200;
/** How many values a parameter may be given at once. */
export const MAX_VALUES = 200;
/** The largest page that a backend must serve. */
export const MAX_LIMIT = 500;
export const DEFAULT_LIMIT = 50;

const anyOf = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(v.pipe(v.array(schema), v.minLength(1), v.maxLength(MAX_VALUES)));
const queryText = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_QUERY_LENGTH));
const limit = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_LIMIT)));
const cursor = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(1000)));

/** Filters on entries: one parameter given twice means either value, two parameters mean both. */
export const EntryFilters = v.strictObject({
  field: anyOf(identifier),
  group: anyOf(identifier),
  party: anyOf(identifier),
  kind: anyOf(EntryKind),
  meeting: anyOf(ordinal),
  from: v.optional(EdtfDate),
  to: v.optional(EdtfDate),
  status: anyOf(EvidenceStatus),
  exchangeYear: anyOf(identifier),
  source: anyOf(identifier),
  reportedBy: anyOf(identifier),
  coChair: anyOf(identifier),
  q: v.optional(queryText),
});
type WithNewer<Params> = Omit<Params, 'kind' | 'status'> & {
  kind?: EntryKind[] | undefined;
  status?: EvidenceStatus[] | undefined;
};
/** What a client asks: also for values newer than it, where an answer has named them. */
export type EntryFilters = WithNewer<v.InferOutput<typeof EntryFilters>>;

/** Each key in its own direction and, with `-`, in the other. */
export const bothWays = <const Key extends string>(...keys: readonly Key[]) =>
  keys.flatMap((key): (Key | `-${Key}`)[] => [key, `-${key}`]);

/** Sort keys of entries; `-` reverses. Ties are always broken by the entry's id, ascending. */
export const EntrySort = v.picklist(
  bothWays('meeting', 'kind', 'party', 'field', 'status', 'source', 'text', 'account'),
);
export type EntrySort = v.InferOutput<typeof EntrySort>;

export const EntryParams = v.strictObject({
  ...EntryFilters.entries,
  sort: v.optional(EntrySort),
  limit,
  cursor,
});
export type EntryParams = WithNewer<v.InferOutput<typeof EntryParams>>;

export const SummaryParams = v.strictObject({
  ...EntryFilters.entries,
  by: v.optional(SummaryDimension),
  split: v.optional(SummarySplit),
});
export type SummaryParams = WithNewer<v.InferOutput<typeof SummaryParams>>;

export const MeetingSort = v.picklist(bothWays('ordinal', 'entries'));
export const MeetingParams = v.strictObject({
  from: v.optional(EdtfDate),
  to: v.optional(EdtfDate),
  format: anyOf(MeetingFormat),
  host: anyOf(identifier),
  person: anyOf(identifier),
  place: anyOf(identifier),
  sort: v.optional(MeetingSort),
  limit,
  cursor,
});
export type MeetingParams = Omit<v.InferOutput<typeof MeetingParams>, 'format'> & {
  format?: MeetingFormat[] | undefined;
};

export const SourceSort = v.picklist(bothWays('title', 'publisher', 'date', 'entries'));
/** With `to`, only what is dated up to then counts, and documents on which nothing rests by then are left out. */
export const SourceParams = v.strictObject({
  to: v.optional(EdtfDate),
  language: anyOf(languageTag),
  reportedBy: anyOf(identifier),
  copies: v.optional(v.picklist(['without', 'only'])),
  meeting: anyOf(ordinal),
  q: v.optional(queryText),
  sort: v.optional(SourceSort),
  limit,
  cursor,
});
export type SourceParams = v.InferOutput<typeof SourceParams>;

/** `from` and `to` default to the record's first and last dates. */
export const CalendarParams = v.strictObject({
  from: v.optional(EdtfDate),
  to: v.optional(EdtfDate),
  kind: anyOf(CalendarItemKind),
  field: anyOf(identifier),
  exchangeYear: anyOf(identifier),
  q: v.optional(queryText),
});
export type CalendarParams = Omit<v.InferOutput<typeof CalendarParams>, 'kind'> & {
  kind?: CalendarItemKind[] | undefined;
};

/** `lang` picks the language of the summaries in the iCalendar answer. */
export const CalendarFileParams = v.strictObject({
  ...CalendarParams.entries,
  lang: v.optional(languageTag),
});
export type CalendarFileParams = v.InferOutput<typeof CalendarFileParams>;

/** `limit` is per group. */
export const SearchParams = v.strictObject({
  q: queryText,
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
});
export type SearchParams = v.InferOutput<typeof SearchParams>;
