import * as v from 'valibot';

import {
  count,
  EdtfDate,
  identifier,
  LanguageMap,
  languageTag,
  nonEmptyText,
  ordinal,
  webAddress,
} from './common.ts';

/** A document. `reportedBy` is a party's id, `joint` or `third`: who publishes it, not who spoke. */
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
});
export type Source = v.InferOutput<typeof Source>;

/** A source with the number of things that rest on it. */
export const SourceSummary = v.object({
  ...Source.entries,
  entries: count,
  meetings: count,
  exchangeYears: count,
  commissions: count,
});
export type SourceSummary = v.InferOutput<typeof SourceSummary>;

/** How many documents are in a language. */
export const LanguageCount = v.object({ language: languageTag, sources: count });
export type LanguageCount = v.InferOutput<typeof LanguageCount>;

/** `languages` is what each choice of the language filter would give: counted under all the other filters. */
export const SourceList = v.object({
  items: v.array(SourceSummary),
  total: count,
  languages: v.array(LanguageCount),
  nextCursor: v.nullable(nonEmptyText),
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
