/**
 * The files of an edition as they arrive: the record's shapes without what the import adds (languages of texts, the
 * links from entries to exchange years, the version).
 */
import * as v from 'valibot';

import { Mechanism, nonEmptyText, Place } from '#src/api/schemas/common.ts';
import { Source } from '#src/api/schemas/sources.ts';
import {
  CommissionFact,
  EntryFact,
  EventFact,
  ExchangeYearFact,
  MeetingFact,
  OfficeFact,
  PersonFact,
  RECORD_FILES,
  Taxonomy,
} from './record.ts';

const notes = v.nullable(nonEmptyText);

const EditionMeeting = v.strictObject({
  ...v.omit(MeetingFact, ['attendance', 'notes']).entries,
  attendance: v.nullable(
    v.strictObject(v.omit(MeetingFact.entries.attendance.wrapped, ['lang']).entries),
  ),
  notes,
});

const hostingItem = ExchangeYearFact.entries.hosting.item;
const EditionExchangeYear = v.strictObject({
  ...v.omit(ExchangeYearFact, ['hosting', 'events', 'figures', 'notes']).entries,
  hosting: v.array(v.strictObject({ ...hostingItem.entries, name: nonEmptyText })),
  events: v.array(v.strictObject(v.omit(EventFact, ['id', 'lang']).entries)),
  figures: v.array(v.strictObject(v.omit(ExchangeYearFact.entries.figures.item, ['lang']).entries)),
  notes,
});

/** The schema of each file of an edition. */
export const EDITION_SCHEMAS = {
  mechanism: v.strictObject(v.omit(Mechanism, ['dataVersion', 'dataDate']).entries),
  fields: Taxonomy,
  places: v.array(v.strictObject(Place.entries)),
  people: v.array(PersonFact),
  offices: v.array(OfficeFact),
  meetings: v.array(EditionMeeting),
  entries: v.array(v.strictObject(v.omit(EntryFact, ['lang', 'exchangeYears']).entries)),
  exchangeYears: v.array(EditionExchangeYear),
  commissions: v.array(v.strictObject({ ...v.omit(CommissionFact, ['notes']).entries, notes })),
  sources: v.array(v.strictObject(Source.entries)),
} as const satisfies Record<keyof typeof RECORD_FILES, v.GenericSchema>;

export type Edition = {
  [Part in keyof typeof EDITION_SCHEMAS]: v.InferOutput<(typeof EDITION_SCHEMAS)[Part]>;
};
