/**
 * The files of an edition as they arrive: the record's shapes without what the import adds (languages of texts and their
 * translations, further evidence, the links from entries to exchange years, the version).
 */
import * as v from 'valibot';

import {
  DataStatus,
  identifier,
  languageTag,
  LocalText,
  Mechanism,
  nonEmptyText,
  Place,
} from '#src/api/schemas/common.ts';
import { Source } from '#src/api/schemas/sources.ts';
import {
  CommissionFact,
  EntryFact,
  EventFact,
  EvidenceFact,
  ExchangeYearFact,
  MeetingFact,
  OfficeFact,
  OtherNames,
  PersonFact,
  RECORD_FILES,
  Taxonomy,
} from '../record/record.ts';

/** The file that each part of an edition is in. */
export const EDITION_FILES = {
  ...RECORD_FILES,
  secondSources: 'second-sources.json',
  copies: 'copies.json',
} as const;
export type Part = keyof typeof EDITION_FILES;

/** The properties, and the columns of tables, that dates stand in. */
export const DATES: ReadonlySet<unknown> = new Set([
  'since',
  'dataDate',
  'date',
  'until',
  'years',
  'founded',
  'publishedOn',
  'capturedOn',
]);

const notes = v.nullable(nonEmptyText);

const EditionMeeting = v.strictObject({
  ...v.omit(MeetingFact, ['attendance', 'notes', 'venueName']).entries,
  attendance: v.nullable(
    v.strictObject(
      v.omit(MeetingFact.entries.attendance.wrapped, ['lang', 'translations']).entries,
    ),
  ),
  notes,
});

const hostingItem = ExchangeYearFact.entries.hosting.item;
const EditionExchangeYear = v.strictObject({
  ...v.omit(ExchangeYearFact, ['hosting', 'events', 'figures', 'notes']).entries,
  hosting: v.array(v.strictObject({ ...hostingItem.entries, name: nonEmptyText })),
  events: v.array(v.strictObject(v.omit(EventFact, ['id', 'lang', 'translations']).entries)),
  figures: v.array(
    v.strictObject(
      v.omit(ExchangeYearFact.entries.figures.item, [
        'lang',
        'labelTranslations',
        'unitTranslations',
      ]).entries,
    ),
  ),
  notes,
});

/** A further page of an entry, which was coded from another one. */
const SecondSource = v.strictObject({
  ...EvidenceFact.entries,
  independent: v.boolean(),
  quote: v.nullable(LocalText),
  basis: nonEmptyText,
});

/** The schema of each file of an edition; the last two came with the second edition, as did the translations. */
export const EDITION_SCHEMAS = {
  mechanism: v.strictObject({
    ...v.omit(Mechanism, ['dataVersion', 'dataDate', 'notes']).entries,
    dataStatus: DataStatus,
    otherNames: OtherNames,
    notes: v.optional(v.array(nonEmptyText)),
  }),
  fields: Taxonomy,
  places: v.array(v.strictObject(Place.entries)),
  people: v.array(PersonFact),
  offices: v.array(OfficeFact),
  meetings: v.array(EditionMeeting),
  entries: v.array(
    v.strictObject(v.omit(EntryFact, ['lang', 'exchangeYears', 'translations']).entries),
  ),
  exchangeYears: v.array(EditionExchangeYear),
  commissions: v.array(v.strictObject({ ...v.omit(CommissionFact, ['notes']).entries, notes })),
  sources: v.array(v.strictObject(Source.entries)),
  secondSources: v.optional(v.record(v.string(), v.array(SecondSource))),
  copies: v.optional(v.array(identifier)),
} as const satisfies Record<keyof typeof EDITION_FILES, v.GenericSchema>;

/** The texts of the edition in one more language, by the text as it was written. */
export const TranslationsFile = v.record(v.string(), nonEmptyText);
/** Where the translations into a language are, below the edition's folder. */
export const translationsFile = (tag: string) => `translations/${tag}.json`;

/** The language that a file has translations into, by its name; null for any other file. */
export function translatedInto(file: string): string | null {
  const tag = /^translations\/(.+)\.json$/.exec(file)?.[1];
  return v.is(languageTag, tag) ? tag : null;
}

const PART_FILES: readonly string[] = Object.values(EDITION_FILES);
export const isEditionFile = (file: string) =>
  PART_FILES.includes(file) || translatedInto(file) !== null;

type Parts = {
  [Name in keyof typeof EDITION_SCHEMAS]: v.InferOutput<(typeof EDITION_SCHEMAS)[Name]>;
};
export type Edition = Omit<Parts, 'secondSources' | 'copies'> &
  Partial<Pick<Parts, 'secondSources' | 'copies'>> & {
    /** By the tag of their language. */
    translations?: Record<string, v.InferOutput<typeof TranslationsFile>> | undefined;
  };
