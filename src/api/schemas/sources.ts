import * as v from 'valibot';

import {
  count,
  EdtfDate,
  identifier,
  LanguageMap,
  languageTag,
  LocalText,
  nonEmptyText,
  ordinal,
  pageOf,
  webAddress,
} from './common.ts';

/** What stands for the title of a page whose own was not seen: a description in English, or what its address says. */
export const StandIn = v.object({ text: nonEmptyText, isFromAddress: v.boolean() });
export type StandIn = v.InferOutput<typeof StandIn>;

/** Says that a document is a copy of somebody else's text; `of` is the id of that, if it is on record. */
export const Copy = v.object({ of: v.nullable(identifier) });
export type Copy = v.InferOutput<typeof Copy>;

/**
 * A document. `reportedBy` is a party's id, `joint` or `third`: whose account it is, neither who carries it (`publisher`)
 * nor who spoke. `standIn` is there where the page's own title was not seen, `copy` where it is somebody else's text.
 */
export const Source = v.object({
  id: identifier,
  title: nonEmptyText,
  publisher: nonEmptyText,
  url: webAddress,
  publishedOn: v.nullable(EdtfDate),
  language: languageTag,
  reportedBy: v.optional(identifier),
  archivedUrl: v.optional(webAddress),
  capturedOn: v.optional(EdtfDate),
  standIn: v.optional(StandIn),
  copy: v.optional(Copy),
});
export type Source = v.InferOutput<typeof Source>;

/**
 * What supports a fact: a document, the place in it, and its own words. `independent` says whether it depends on none of
 * the evidence before it, and `basis` why; absent of the first, which the fact was coded from.
 */
export const Evidence = v.object({
  source: Source,
  locator: v.nullable(nonEmptyText),
  quote: v.optional(LocalText),
  independent: v.optional(v.boolean()),
  basis: v.optional(LocalText),
});
export type Evidence = v.InferOutput<typeof Evidence>;

/** What supports a fact; how the two agree, `Entry` says. */
export const supported = {
  source: v.nullable(Source),
  evidence: v.optional(v.array(Evidence)),
};

/** A source with the number of things that rest on it. */
export const SourceSummary = v.object({
  ...Source.entries,
  entries: count,
  meetings: count,
  exchangeYears: count,
  commissions: count,
});
export type SourceSummary = v.InferOutput<typeof SourceSummary>;

export const LanguageCount = v.object({ language: languageTag, sources: count });
export type LanguageCount = v.InferOutput<typeof LanguageCount>;

export const SourceCount = v.object({ value: nonEmptyText, sources: count });
export type SourceCount = v.InferOutput<typeof SourceCount>;

/**
 * `languages`, `accounts` and `copies` are what each choice of the filters `language`, `reportedBy` and `copies` would give:
 * counted under all the other filters. A backend from before contract 1.7 has the first of them only.
 */
export const SourceList = v.object({
  ...pageOf(SourceSummary).entries,
  languages: v.array(LanguageCount),
  accounts: v.optional(v.array(SourceCount)),
  copies: v.optional(v.array(SourceCount)),
});
export type SourceList = v.InferOutput<typeof SourceList>;

/** A document and everything that rests on it; its entries come from `/entries?source=ID`. */
export const SourceDetail = v.object({
  ...Source.entries,
  entries: count,
  meetings: v.array(v.object({ ordinal, date: EdtfDate, entries: count })),
  exchangeYears: v.array(
    v.object({ id: identifier, name: LanguageMap, events: count, figures: count }),
  ),
  commissions: v.array(v.object({ id: identifier, name: LanguageMap, sessions: count })),
});
export type SourceDetail = v.InferOutput<typeof SourceDetail>;
