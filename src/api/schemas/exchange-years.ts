import * as v from 'valibot';

import {
  count,
  countryCode,
  EdtfDate,
  EdtfInterval,
  EvidenceStatus,
  Field,
  growing,
  identifier,
  Named,
  LanguageMap,
  languageTag,
  LocalText,
  type NewerValue,
  nonEmptyText,
  ordinal,
  Place,
  Translations,
} from './common.ts';
import { Source, supported } from './sources.ts';

export const EventKind = v.picklist(['announced', 'opening', 'closing', 'event']);
export type EventKind = v.InferOutput<typeof EventKind> | NewerValue;

/** A dated step (announced, opening, closing) of an exchange year; `meeting` and `entry` are set where a meeting's entry is the evidence. */
export const Milestone = v.object({
  kind: growing(EventKind),
  date: EdtfDate,
  meeting: v.nullable(ordinal),
  entry: v.nullable(identifier),
});
export type Milestone = v.InferOutput<typeof Milestone>;

/** Who hosts in one calendar year: a party's id or `joint`. */
export const HostingYear = v.object({
  year: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
  host: identifier,
  name: LanguageMap,
});
export type HostingYear = v.InferOutput<typeof HostingYear>;

export const ExchangeYearSummary = v.object({
  ...Named.entries,
  field: Field,
  years: EdtfInterval,
  hosting: v.array(HostingYear),
  milestones: v.array(Milestone),
  status: growing(EvidenceStatus),
  entries: count,
  events: count,
  sources: count,
});
export type ExchangeYearSummary = v.InferOutput<typeof ExchangeYearSummary>;

export const ExchangeYearList = v.object({ items: v.array(ExchangeYearSummary), total: count });
export type ExchangeYearList = v.InferOutput<typeof ExchangeYearList>;

export const ExchangeYearEvent = v.object({
  kind: growing(EventKind),
  date: EdtfDate,
  until: v.optional(EdtfDate),
  ...LocalText.entries,
  place: v.nullable(Place),
  country: v.nullable(countryCode),
  ...supported,
});
export type ExchangeYearEvent = v.InferOutput<typeof ExchangeYearEvent>;

export const Figure = v.object({
  label: nonEmptyText,
  labelTranslations: v.optional(Translations),
  lang: languageTag,
  value: v.number(),
  unit: nonEmptyText,
  unitTranslations: v.optional(Translations),
  ...supported,
});
export type Figure = v.InferOutput<typeof Figure>;

/** The details take the place of the summary's counts: `events` and `sources` are lists here. */
export const ExchangeYear = v.object({
  ...ExchangeYearSummary.entries,
  events: v.array(ExchangeYearEvent),
  figures: v.array(Figure),
  sources: v.array(Source),
  notes: v.nullable(LocalText),
});
export type ExchangeYear = v.InferOutput<typeof ExchangeYear>;
