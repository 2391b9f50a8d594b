/**
 * The contract's components as run-time schemas, one for each schema in `public/openapi.yaml`; a test holds the two
 * against each other. Unknown properties are dropped, so a backend may say more than this app reads.
 */
import * as v from 'valibot';

import { EDTF_DATE_PATTERN, EDTF_INTERVAL_PATTERN, isEdtfDate, isEdtfInterval } from '../edtf.ts';

export const nonEmptyText = v.pipe(v.string(), v.minLength(1));
/** Ids are lower-case words joined by hyphens, so that they stand in an address as they are. */
export const identifier = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/), v.maxLength(100));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Only `http:` and `https:`, so that no address can run a script. */
export const webAddress = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/));
/** BCP 47. */
export const languageTag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
/** ISO 3166-1 alpha-2. */
export const countryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

/** A date of EDTF level 0: a year, a month or a day. */
export const EdtfDate = v.pipe(
  v.string(),
  v.regex(EDTF_DATE_PATTERN),
  v.check(isEdtfDate, 'No calendar has this date'),
);
/** A date, or two dates in order separated by a solidus. */
export const EdtfInterval = v.pipe(
  v.string(),
  v.regex(EDTF_INTERVAL_PATTERN),
  v.check(isEdtfInterval, 'The interval ends before it starts, or names a day that does not exist'),
);

/** A name by BCP 47 tag; English is always there. */
export const LanguageMap = v.objectWithRest({ en: nonEmptyText }, nonEmptyText);
export type LanguageMap = v.InferOutput<typeof LanguageMap>;

/** A text in further languages by BCP 47 tag, never the one that it was written in. */
export const Translations = v.pipe(v.record(languageTag, nonEmptyText), v.minEntries(1));
export type Translations = v.InferOutput<typeof Translations>;

/** A page of a list, and the way to the next one. */
export const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.object({ items: v.array(item), total: count, nextCursor: v.nullable(nonEmptyText) });

/** A sentence in the language it was written in, and its translations where there are any. */
export const LocalText = v.object({
  text: nonEmptyText,
  lang: languageTag,
  translations: v.optional(Translations),
});
export type LocalText = v.InferOutput<typeof LocalText>;

export const Named = v.object({ id: identifier, name: LanguageMap });
export type Named = v.InferOutput<typeof Named>;

/** A value of an enumeration that is newer than this app, kept as it was given; told apart from the known ones by its type. */
export type NewerValue = string & { readonly isNewer: true };
export const NewerValue = nonEmptyText as v.GenericSchema as v.GenericSchema<string, NewerValue>;

/** An enumeration as it stands in an answer: within 1.x it may grow, and a value that is not listed here refuses nothing. */
export const growing = <List extends v.PicklistSchema<readonly string[], undefined>>(list: List) =>
  v.union([list, NewerValue]);

/** A given value as one of the list, or null where it is newer than this app. */
export function knownOf<const Options extends readonly string[]>(
  { options }: { options: Options },
  given: string,
): Options[number] | null {
  return options.find((option) => option === given) ?? null;
}

/** How well a fact is supported, which is not the same as a status derived from dates. */
export const EvidenceStatus = v.picklist(['confirmed', 'single-source', 'unverified', 'disputed']);
export type EvidenceStatus = v.InferOutput<typeof EvidenceStatus> | NewerValue;

export const Party = v.object({ id: identifier, country: countryCode, name: LanguageMap });
export type Party = v.InferOutput<typeof Party>;

export const Place = v.object({ id: identifier, country: countryCode, name: LanguageMap });
export type Place = v.InferOutput<typeof Place>;

export const Field = v.object({ id: identifier, group: identifier, name: LanguageMap });
export type Field = v.InferOutput<typeof Field>;

export const FieldList = v.object({ groups: v.array(Named), fields: v.array(Field) });
export type FieldList = v.InferOutput<typeof FieldList>;

export const DataStatus = v.picklist(['demonstration', 'curated', 'official']);
export type DataStatus = v.InferOutput<typeof DataStatus> | NewerValue;

export const Mechanism = v.object({
  ...Named.entries,
  parties: v.pipe(v.array(Party), v.minLength(2), v.maxLength(2)),
  since: EdtfDate,
  dataStatus: growing(DataStatus),
  dataVersion: nonEmptyText,
  dataDate: EdtfDate,
  notes: v.optional(v.array(LocalText)),
  otherNames: v.optional(v.array(v.object({ written: nonEmptyText, other: nonEmptyText }))),
});
export type Mechanism = v.InferOutput<typeof Mechanism>;

/** RFC 9457; `parameter` names the query or path parameter that was refused. */
export const Problem = v.object({
  type: nonEmptyText,
  title: nonEmptyText,
  status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
  detail: v.optional(nonEmptyText),
  instance: v.optional(nonEmptyText),
  parameter: v.optional(nonEmptyText),
});
export type Problem = v.InferOutput<typeof Problem>;
