/**
 * The record as the mock holds it: facts refer to each other by id, as in the edition that `npm run data:import` reads.
 * The schemas check the edition whole at import; afterwards only the types are needed, so the browser never loads them.
 */
import * as v from 'valibot';

import { EventKind } from '#src/api/schemas/exchange-years.ts';
import {
  countryCode,
  DataStatus,
  EdtfDate,
  EdtfInterval,
  EvidenceStatus,
  FieldList,
  identifier,
  LanguageMap,
  languageTag,
  LocalText,
  Mechanism,
  Named,
  nonEmptyText,
  ordinal,
  Place,
  Translations,
} from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import { MeetingFormat } from '#src/api/schemas/meetings.ts';
import { Evidence, Source } from '#src/api/schemas/sources.ts';
import { INPUT_LIMITS } from './input-limits.ts';

const optionalId = v.nullable(identifier);
/** As large as an address can name it, and a column hold it. */
const recordOrdinal = v.pipe(ordinal, v.maxValue(INPUT_LIMITS.ordinal));

/** A page that a fact was read on, and whether what it says depends on no page before it. */
export const EvidenceFact = v.strictObject({ ...Evidence.entries, source: identifier });
export type EvidenceFact = v.InferOutput<typeof EvidenceFact>;

/** What supports a fact: the page that it was coded from, and others. */
const evidence = {
  source: optionalId,
  locator: v.optional(v.nullable(nonEmptyText)),
  quote: v.optional(LocalText),
  further: v.optional(v.array(EvidenceFact)),
};
export type Supported = {
  source: string | null;
  locator?: string | null | undefined;
  quote?: LocalText | undefined;
  further?: readonly EvidenceFact[] | undefined;
};

export const PersonFact = v.strictObject({ ...Named.entries, party: identifier });
export type PersonFact = v.InferOutput<typeof PersonFact>;

export const OfficeFact = v.strictObject({ ...Named.entries, party: identifier });
export type OfficeFact = v.InferOutput<typeof OfficeFact>;

const CoChairFact = v.strictObject({
  party: identifier,
  person: identifier,
  office: identifier,
  ...evidence,
});

export const MeetingFact = v.strictObject({
  ordinal: recordOrdinal,
  date: EdtfDate,
  place: optionalId,
  venue: v.nullable(nonEmptyText),
  venueName: v.optional(LanguageMap),
  venueEvidence: v.optional(v.array(EvidenceFact)),
  format: MeetingFormat,
  coChairs: v.array(CoChairFact),
  attendance: v.nullable(
    v.strictObject({
      ...LocalText.entries,
      ...evidence,
      locator: v.nullable(nonEmptyText),
    }),
  ),
  sources: v.array(identifier),
  status: EvidenceStatus,
  notes: v.nullable(LocalText),
});
export type MeetingFact = v.InferOutput<typeof MeetingFact>;

export const EntryFact = v.strictObject({
  id: identifier,
  meeting: recordOrdinal,
  kind: EntryKind,
  party: identifier,
  fields: v.pipe(v.array(identifier), v.minLength(1)),
  exchangeYears: v.array(identifier),
  ...LocalText.entries,
  ...evidence,
  locator: v.nullable(nonEmptyText),
  /** What follows from the evidence, unless the record holds a dispute: see `entryStatus`. */
  status: EvidenceStatus,
});
export type EntryFact = v.InferOutput<typeof EntryFact>;

const HostingFact = v.strictObject({
  year: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
  host: identifier,
  name: LanguageMap,
});

export const EventFact = v.strictObject({
  /** What the calendar calls it, where that is no longer its kind and date: see `keepEventIds`. */
  id: v.optional(identifier),
  kind: EventKind,
  date: EdtfDate,
  /** The last day of what lasted several days. */
  until: v.optional(EdtfDate),
  ...LocalText.entries,
  ...evidence,
  place: optionalId,
  country: v.nullable(countryCode),
});
export type EventFact = v.InferOutput<typeof EventFact>;

const FigureFact = v.strictObject({
  label: nonEmptyText,
  labelTranslations: v.optional(Translations),
  lang: languageTag,
  value: v.number(),
  unit: nonEmptyText,
  unitTranslations: v.optional(Translations),
  ...evidence,
});

export const ExchangeYearFact = v.strictObject({
  ...Named.entries,
  field: identifier,
  years: EdtfInterval,
  hosting: v.array(HostingFact),
  events: v.array(EventFact),
  figures: v.array(FigureFact),
  sources: v.array(identifier),
  status: EvidenceStatus,
  notes: v.nullable(LocalText),
});
export type ExchangeYearFact = v.InferOutput<typeof ExchangeYearFact>;

const SessionFact = v.strictObject({
  ordinal: v.nullable(recordOrdinal),
  date: EdtfDate,
  /** The last day of what lasted several days. */
  until: v.optional(EdtfDate),
  ...evidence,
  place: optionalId,
});

export const CommissionFact = v.strictObject({
  ...Named.entries,
  founded: v.nullable(EdtfDate),
  fields: v.array(identifier),
  sessions: v.array(SessionFact),
  sources: v.array(identifier),
  status: EvidenceStatus,
  notes: v.nullable(LocalText),
});
export type CommissionFact = v.InferOutput<typeof CommissionFact>;

/** Columns hold the places of fields and groups as small numbers. */
export const Taxonomy = v.strictObject({
  groups: v.pipe(FieldList.entries.groups, v.maxLength(INPUT_LIMITS.vocabulary)),
  fields: v.pipe(FieldList.entries.fields, v.maxLength(INPUT_LIMITS.vocabulary)),
});

/** Every text is looked through for each of them. */
export const OtherNames = v.optional(
  v.pipe(Mechanism.entries.otherNames.wrapped, v.maxLength(INPUT_LIMITS.otherNames)),
);

export const RecordData = v.strictObject({
  mechanism: v.strictObject({
    ...Mechanism.entries,
    otherNames: OtherNames,
    dataStatus: DataStatus,
    dataVersion: v.pipe(nonEmptyText, v.maxLength(INPUT_LIMITS.versionLength)),
  }),
  fields: Taxonomy,
  places: v.array(Place),
  people: v.array(PersonFact),
  offices: v.array(OfficeFact),
  meetings: v.array(MeetingFact),
  entries: v.array(EntryFact),
  exchangeYears: v.array(ExchangeYearFact),
  commissions: v.array(CommissionFact),
  sources: v.array(Source),
});
export type RecordData = v.InferOutput<typeof RecordData>;

/** The file in `mocks/data` that each part of the record is kept in. */
export const RECORD_FILES = {
  mechanism: 'mechanism.json',
  fields: 'fields.json',
  places: 'places.json',
  people: 'people.json',
  offices: 'offices.json',
  meetings: 'meetings.json',
  entries: 'entries.json',
  exchangeYears: 'exchange-years.json',
  commissions: 'commissions.json',
  sources: 'sources.json',
} as const satisfies Record<keyof RecordData, string>;
