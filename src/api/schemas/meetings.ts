import * as v from 'valibot';

import {
  count,
  EdtfDate,
  EvidenceStatus,
  growing,
  identifier,
  LanguageMap,
  LocalText,
  Named,
  type NewerValue,
  nonEmptyText,
  ordinal,
  pageOf,
  Place,
} from './common.ts';
import { ExchangeYearSummary } from './exchange-years.ts';
import { Evidence, Source, supported } from './sources.ts';

export const MeetingFormat = v.picklist(['in-person', 'video', 'hybrid']);
export type MeetingFormat = v.InferOutput<typeof MeetingFormat> | NewerValue;

export const CoChair = v.object({
  party: identifier,
  person: Named,
  office: Named,
  ...supported,
});
export type CoChair = v.InferOutput<typeof CoChair>;

/** `host` is the id of the party in whose country the place lies, null for a video meeting or a third country. */
export const MeetingSummary = v.object({
  ordinal,
  date: EdtfDate,
  place: v.nullable(Place),
  venue: v.nullable(nonEmptyText),
  venueName: v.optional(LanguageMap),
  format: growing(MeetingFormat),
  host: v.nullable(identifier),
  coChairs: v.array(CoChair),
  status: growing(EvidenceStatus),
  entries: count,
  fields: count,
  sources: count,
});
export type MeetingSummary = v.InferOutput<typeof MeetingSummary>;

export const MeetingList = pageOf(MeetingSummary);
export type MeetingList = v.InferOutput<typeof MeetingList>;

export const Attendance = v.object({
  ...LocalText.entries,
  source: v.nullable(Source),
  locator: v.nullable(nonEmptyText),
  evidence: v.optional(v.array(Evidence)),
});
export type Attendance = v.InferOutput<typeof Attendance>;

/** An exchange year that a meeting names (`entries`), held an event of on its day (`events`), or fell into. */
export const TouchedExchangeYear = v.object({
  exchangeYear: ExchangeYearSummary,
  entries: v.array(identifier),
  events: count,
});
export type TouchedExchangeYear = v.InferOutput<typeof TouchedExchangeYear>;

/** A document that a meeting rests on, with the number of the meeting's entries that cite it. */
export const MeetingSource = v.object({ ...Source.entries, entries: count });
export type MeetingSource = v.InferOutput<typeof MeetingSource>;

/** One meeting in full, without its entries; `sources` is a list here, a number in the summary. */
export const Meeting = v.object({
  ...MeetingSummary.entries,
  attendance: v.nullable(Attendance),
  sources: v.array(MeetingSource),
  venueEvidence: v.optional(v.array(Evidence)),
  notes: v.nullable(LocalText),
  previous: v.nullable(ordinal),
  next: v.nullable(ordinal),
  exchangeYears: v.array(TouchedExchangeYear),
});
export type Meeting = v.InferOutput<typeof Meeting>;

/** A run of meetings that a person co-chaired in one office, with no other co-chair of that party between. */
export const Term = v.object({
  office: Named,
  from: EdtfDate,
  to: EdtfDate,
  meetings: v.pipe(v.array(ordinal), v.minLength(1)),
});
export type Term = v.InferOutput<typeof Term>;

export const Person = v.object({
  ...Named.entries,
  party: identifier,
  terms: v.array(Term),
});
export type Person = v.InferOutput<typeof Person>;

export const PersonList = v.object({ items: v.array(Person), total: count });
export type PersonList = v.InferOutput<typeof PersonList>;
