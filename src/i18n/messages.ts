import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/**
 * What the first view says before its drawings: everyone waits for these words. The English catalogue says which messages
 * there are; a test holds the other languages to it.
 */
interface FirstMessages {
  app: typeof import('./messages/en/app.json');
  demo: typeof import('./messages/en/demo.json');
  errors: typeof import('./messages/en/errors.json');
  meetings: typeof import('./messages/en/meetings.json');
  overview: typeof import('./messages/en/overview.json');
  record: typeof import('./messages/en/record.json');
  search: typeof import('./messages/en/search.json');
}
/** What only comes later says; fetched with the first part that needs it. An area may have words in both. */
interface LateMessages {
  about: typeof import('./messages/en/late/about.json');
  accounts: typeof import('./messages/en/late/accounts.json');
  calendar: typeof import('./messages/en/late/calendar.json');
  compare: typeof import('./messages/en/late/compare.json');
  conformance: typeof import('./messages/en/late/conformance.json');
  entries: typeof import('./messages/en/late/entries.json');
  evidence: typeof import('./messages/en/late/evidence.json');
  fields: typeof import('./messages/en/late/fields.json');
  filters: typeof import('./messages/en/late/filters.json');
  meetings: typeof import('./messages/en/late/meetings.json');
  offline: typeof import('./messages/en/late/offline.json');
  people: typeof import('./messages/en/late/people.json');
  search: typeof import('./messages/en/late/search.json');
  shortcuts: typeof import('./messages/en/late/shortcuts.json');
  sources: typeof import('./messages/en/late/sources.json');
  view: typeof import('./messages/en/late/view.json');
}

/** What only readers of a record in files need; fetched with the parts that open one or list what is wrong with it. */
interface FileMessages {
  faults: typeof import('./messages/en/files/faults.json');
  opening: typeof import('./messages/en/files/opening.json');
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
