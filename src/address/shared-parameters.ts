import { isDay } from '#src/api/edtf.ts';
import { isLanguage, type Language } from '#src/i18n/languages.ts';
import { IDENTIFIER, readParameter, text } from './parameter.ts';

/** What every page carries along, so that a link never loses the language or the as-of date. Read before there is a page. */
export const SHARED_PARAMETERS = {
  /** The interface's language; null where the address names none that it speaks. */
  lang: text<Language>((value) => (isLanguage(value) ? null : 'unknown')),
  /** A day, `YYYY-MM-DD`, of the years that a date field knows, which begin with 1; null where the address names none. */
  asOf: text((value) => (isDay(value) && value >= '0001' ? null : 'not-a-date')),
  /** The demo's scenario, known or not, which only the mock can tell; null for the record. */
  demo: text(() => null),
  /** The version of a record that was opened from a file in this browser; null for the one that the backend has. */
  file: text((value) => (IDENTIFIER.test(value) ? null : 'unknown')),
};

/** A shared parameter of an address's search; what cannot be used is told where the whole address is read. */
export function readShared<N extends keyof typeof SHARED_PARAMETERS>(
  name: N,
  search: string,
): (typeof SHARED_PARAMETERS)[N]['default'] {
  return readParameter(name, SHARED_PARAMETERS[name], new URLSearchParams(search), null);
}

/** Only the shared parameters of an address's search, for links to another view. */
export function sharedSearch(search: string): string {
  const all = new URLSearchParams(search);
  const shared = new URLSearchParams();
  for (const name of Object.keys(SHARED_PARAMETERS)) {
    const value = all.get(name);
    if (value !== null) shared.set(name, value);
  }
  return shared.toString();
}

/** Whether an address's search says nothing beyond what every page carries along. */
export const choosesNothing = (search: string): boolean =>
  new URLSearchParams(search).size === new URLSearchParams(sharedSearch(search)).size;
