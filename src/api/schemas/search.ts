import * as v from 'valibot';

import {
  count,
  EdtfDate,
  growing,
  LanguageMap,
  type NewerValue,
  nonEmptyText,
  ordinal,
} from './common.ts';

export const SearchType = v.picklist([
  'meeting',
  'person',
  'place',
  'field',
  'exchange-year',
  'source',
  'entry',
]);
export type SearchType = v.InferOutput<typeof SearchType> | NewerValue;

/** One match. `id` is the thing's own (a meeting's ordinal as text); `meeting` is set where it belongs to one. */
export const SearchMatch = v.object({
  id: nonEmptyText,
  name: LanguageMap,
  detail: v.nullable(nonEmptyText),
  detailName: v.optional(LanguageMap),
  date: v.nullable(EdtfDate),
  meeting: v.nullable(ordinal),
});
export type SearchMatch = v.InferOutput<typeof SearchMatch>;

export const SearchGroup = v.object({
  type: growing(SearchType),
  total: count,
  items: v.array(SearchMatch),
});
export type SearchGroup = v.InferOutput<typeof SearchGroup>;

export const SearchResult = v.object({ q: v.string(), groups: v.array(SearchGroup) });
export type SearchResult = v.InferOutput<typeof SearchResult>;
