import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** The English catalogue's types say which messages there are; a test holds the other languages to it. */
import type app from './messages/en/app.json';
import type demo from './messages/en/demo.json';
import type errors from './messages/en/errors.json';
import type meetings from './messages/en/meetings.json';
import type overview from './messages/en/overview.json';
import type record from './messages/en/record.json';
import type search from './messages/en/search.json';
import type faults from './messages/en/files/faults.json';
import type opening from './messages/en/files/opening.json';
import type lateAbout from './messages/en/late/about.json';
import type lateAccounts from './messages/en/late/accounts.json';
import type lateCalendar from './messages/en/late/calendar.json';
import type lateCompare from './messages/en/late/compare.json';
import type lateConformance from './messages/en/late/conformance.json';
import type lateEntries from './messages/en/late/entries.json';
import type lateEvidence from './messages/en/late/evidence.json';
import type lateFields from './messages/en/late/fields.json';
import type lateFilters from './messages/en/late/filters.json';
import type lateMeetings from './messages/en/late/meetings.json';
import type lateOffline from './messages/en/late/offline.json';
import type latePeople from './messages/en/late/people.json';
import type lateSearch from './messages/en/late/search.json';
import type lateShortcuts from './messages/en/late/shortcuts.json';
import type lateSources from './messages/en/late/sources.json';
import type lateView from './messages/en/late/view.json';

/** What the first view says before its drawings: everyone waits for these words. */
interface FirstMessages {
  app: typeof app;
  demo: typeof demo;
  errors: typeof errors;
  meetings: typeof meetings;
  overview: typeof overview;
  record: typeof record;
  search: typeof search;
}
/** What only comes later says; fetched with the first part that needs it. An area may have words in both. */
interface LateMessages {
  about: typeof lateAbout;
  accounts: typeof lateAccounts;
  calendar: typeof lateCalendar;
  compare: typeof lateCompare;
  conformance: typeof lateConformance;
  entries: typeof lateEntries;
  evidence: typeof lateEvidence;
  fields: typeof lateFields;
  filters: typeof lateFilters;
  meetings: typeof lateMeetings;
  offline: typeof lateOffline;
  people: typeof latePeople;
  search: typeof lateSearch;
  shortcuts: typeof lateShortcuts;
  sources: typeof lateSources;
  view: typeof lateView;
}

/** What only readers of a record in files need; fetched with the parts that open one or list what is wrong with it. */
interface FileMessages {
  faults: typeof faults;
  opening: typeof opening;
}

type KeysOf<Messages> = {
  [A in keyof Messages & string]: `${A}.${keyof Messages[A] & string}`;
}[keyof Messages & string];
/** `area.name`, such as `app.skipLink`. */
export type MessageKey = KeysOf<FirstMessages> | KeysOf<LateMessages> | KeysOf<FileMessages>;
export type Area = keyof FirstMessages | keyof LateMessages | keyof FileMessages;
/** A message as `compile-messages.ts` leaves it: plain text where nothing has to be filled in, else what it consists of. */
export type CompiledMessage = string | MessageFormatElement[];
type Words<A extends Area> = Record<A, Record<string, CompiledMessage>>;
export type Catalogue = Words<keyof FirstMessages>;
export type LateCatalogue = Words<keyof LateMessages>;
export type FileCatalogue = Words<keyof FileMessages>;
