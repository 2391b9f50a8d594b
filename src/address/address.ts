import { isDay } from '#src/api/edtf.ts';
import { isLanguage, type Language } from '#src/i18n/languages.ts';
import type { Ignored } from './filters.ts';

/** The parameters that every page carries along, so that a link never loses the language or the as-of date. */
export const SHARED_PARAMETERS = ['lang', 'asOf', 'demo'] as const;

/** The as-of date of an address; null where it names none, or none that is a day. */
export function parseAsOf(search: URLSearchParams, ignored: Ignored[] = []): string | null {
  const value = search.get('asOf');
  if (value === null || value === '') return null;
  if (isDay(value)) return value;
  ignored.push({ parameter: 'asOf', value, reason: 'not-a-date' });
  return null;
}

/** The language of an address; null where it names none that the interface speaks. */
export function parseLanguage(search: URLSearchParams, ignored: Ignored[] = []): Language | null {
  const value = search.get('lang');
  if (value === null || value === '') return null;
  if (isLanguage(value)) return value;
  ignored.push({ parameter: 'lang', value, reason: 'unknown' });
  return null;
}

/** The demo's scenario that an address names, known or not; null for the record. */
export const parseScenario = (search: URLSearchParams): string | null => search.get('demo');

/** Only the shared parameters of an address, for links to another view. */
export function sharedSearch(search: URLSearchParams): URLSearchParams {
  const shared = new URLSearchParams();
  for (const name of SHARED_PARAMETERS) {
    const value = search.get(name);
    if (value !== null) shared.set(name, value);
  }
  return shared;
}
