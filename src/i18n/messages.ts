import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** The English catalogue's types say which messages there are; a test holds the other languages to it. */
import type about from './messages/en/about.json';
import type app from './messages/en/app.json';
import type calendar from './messages/en/calendar.json';
import type compare from './messages/en/compare.json';
import type conformance from './messages/en/conformance.json';
import type demo from './messages/en/demo.json';
import type entries from './messages/en/entries.json';
import type errors from './messages/en/errors.json';
import type fields from './messages/en/fields.json';
import type filters from './messages/en/filters.json';
import type meetings from './messages/en/meetings.json';
import type overview from './messages/en/overview.json';
import type people from './messages/en/people.json';
import type record from './messages/en/record.json';
import type search from './messages/en/search.json';
import type sources from './messages/en/sources.json';

export interface Messages {
  about: typeof about;
  app: typeof app;
  calendar: typeof calendar;
  compare: typeof compare;
  conformance: typeof conformance;
  demo: typeof demo;
  entries: typeof entries;
  errors: typeof errors;
  fields: typeof fields;
  filters: typeof filters;
  meetings: typeof meetings;
  overview: typeof overview;
  people: typeof people;
  record: typeof record;
  search: typeof search;
  sources: typeof sources;
}

export type Area = keyof Messages;
/** `area.name`, such as `app.skipLink`. */
export type MessageKey = {
  [A in Area]: `${A}.${keyof Messages[A] & string}`;
}[Area];
/** A message as `compile-messages.ts` leaves it: plain text where nothing has to be filled in, else what it consists of. */
export type CompiledMessage = string | MessageFormatElement[];
type Words<A extends Area> = Record<A, Record<string, CompiledMessage>>;
/** Areas that only one view says, and whose words come with that view. */
type LateArea = 'about' | 'conformance';
export type LateCatalogue = Words<LateArea>;
/** What a language brings at the start; the late areas are there once their view has asked for them. */
export type Catalogue = Words<Exclude<Area, LateArea>> & Partial<LateCatalogue>;
