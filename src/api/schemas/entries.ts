import * as v from 'valibot';

import {
  count,
  DataStatus,
  EdtfDate,
  EvidenceStatus,
  Field,
  growing,
  identifier,
  LocalText,
  Named,
  type NewerValue,
  nonEmptyText,
  ordinal,
  pageOf,
  webAddress,
} from './common.ts';
import { Evidence, Source, SourceCount } from './sources.ts';

export const EntryKind = v.picklist([
  'communique',
  'minutes',
  'agreement',
  'announcement',
  'statement',
  'priority',
  'condolence',
]);
export type EntryKind = v.InferOutput<typeof EntryKind> | NewerValue;

/**
 * One sourced fact of a meeting; `party` is a party's id or `joint`. The first piece of `evidence` says what `source`,
 * `locator` and `quote` say; a backend from before contract 1.3 has these alone.
 */
export const Entry = v.object({
  id: identifier,
  meeting: v.object({ ordinal, date: EdtfDate }),
  kind: growing(EntryKind),
  party: identifier,
  fields: v.pipe(v.array(Field), v.minLength(1)),
  exchangeYears: v.array(Named),
  ...LocalText.entries,
  source: v.nullable(Source),
  locator: v.nullable(nonEmptyText),
  status: growing(EvidenceStatus),
  quote: v.optional(LocalText),
  evidence: v.optional(v.array(Evidence)),
});
export type Entry = v.InferOutput<typeof Entry>;

export const EntryList = pageOf(Entry);
export type EntryList = v.InferOutput<typeof EntryList>;

/** What the app saves as JSON: the entries under the filters, all of them, and what they were taken from. */
export const EntriesFile = v.object({
  mechanism: identifier,
  dataStatus: growing(DataStatus),
  dataVersion: nonEmptyText,
  asOf: EdtfDate,
  view: webAddress,
  total: count,
  entries: v.array(Entry),
});
export type EntriesFile = v.InferOutput<typeof EntriesFile>;

export const SummaryDimension = v.picklist(['kind', 'party', 'meeting', 'year', 'reportedBy']);
export type SummaryDimension = v.InferOutput<typeof SummaryDimension>;

/** What columns can be split into: of two dimensions that are counted together, one is always one of these. */
export const SummarySplit = v.picklist(['kind', 'party']);
export type SummarySplit = v.InferOutput<typeof SummarySplit>;

export const SummaryCell = v.object({ key: nonEmptyText, entries: count, meetings: count });
export type SummaryCell = v.InferOutput<typeof SummaryCell>;

/**
 * A column of the summary. `date` (of the meeting), `sources` (documents it rests on) and `accounts` (whose these are, from
 * contract 1.6 on) are set for meetings, so that a meeting that is silent on a field and a meeting that nobody read can be
 * told apart. `parts` are what the column is split into, those with entries, where that was asked for.
 */
export const SummaryColumn = v.object({
  key: nonEmptyText,
  entries: count,
  meetings: count,
  date: v.optional(EdtfDate),
  sources: v.optional(count),
  accounts: v.optional(v.array(SourceCount)),
  parts: v.optional(v.array(SummaryCell)),
});
export type SummaryColumn = v.InferOutput<typeof SummaryColumn>;

/** A field's counts; `cells` holds only the columns in which it has entries. */
export const SummaryRow = v.object({
  field: Field,
  entries: count,
  meetings: count,
  cells: v.array(SummaryCell),
});
export type SummaryRow = v.InferOutput<typeof SummaryRow>;

export const FacetCount = v.object({ value: nonEmptyText, entries: count });
export type FacetCount = v.InferOutput<typeof FacetCount>;

/**
 * For each filter, what each of its choices would give: counted under all the other filters. A backend from before
 * contract 1.3 has no `reportedBy`, one from before 1.4 no `coChair`.
 */
export const Facets = v.object({
  group: v.array(FacetCount),
  field: v.array(FacetCount),
  party: v.array(FacetCount),
  kind: v.array(FacetCount),
  meeting: v.array(FacetCount),
  status: v.array(FacetCount),
  exchangeYear: v.array(FacetCount),
  reportedBy: v.optional(v.array(FacetCount)),
  coChair: v.optional(v.array(FacetCount)),
});
export type Facets = v.InferOutput<typeof Facets>;

/**
 * `total` counts each entry once, however many fields it has; `accounts` parts them by whose accounts they rest on alone. A
 * backend from before contract 1.2 never has `split`, one from before 1.5 has no `accounts`.
 */
export const FieldSummary = v.object({
  by: SummaryDimension,
  split: v.optional(SummarySplit),
  total: v.object({ entries: count, meetings: count, fields: count, sources: count }),
  accounts: v.optional(v.array(FacetCount)),
  columns: v.array(SummaryColumn),
  rows: v.array(SummaryRow),
  facets: Facets,
});
export type FieldSummary = v.InferOutput<typeof FieldSummary>;
