import { isDay, isEdtfInterval } from '#src/api/edtf.ts';
import { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import type { Ignored } from './filters.ts';

/** The types of dated things that the address lets through; not `kind`, which is the kind of an entry everywhere. */
export const TYPE_PARAMETER = 'type';
/** The stretch of time in view: `all`, or an EDTF interval. */
export const ZOOM_PARAMETER = 'zoom';
/** The day of a year's calendar that is opened. */
export const DAY_PARAMETER = 'day';

/** In the contract's order, each once; none means all. */
export function parseItemKinds(
  search: URLSearchParams,
  ignored: Ignored[] = [],
): CalendarItemKind[] {
  const named = new Set(search.getAll(TYPE_PARAMETER));
  const kinds = CalendarItemKind.options.filter((kind) => named.delete(kind));
  named.delete('');
  for (const value of named) ignored.push({ parameter: TYPE_PARAMETER, value, reason: 'unknown' });
  return kinds;
}

function parseOne(
  search: URLSearchParams,
  parameter: string,
  accepts: (value: string) => boolean,
  ignored: Ignored[],
): string | null {
  const value = search.get(parameter);
  if (value === null || value === '') return null;
  if (accepts(value)) return value;
  ignored.push({ parameter, value, reason: 'not-a-date' });
  return null;
}

/** The stretch that the address asks for; whether the record reaches there is the calendar's to say. */
export function parseZoom(search: URLSearchParams, ignored: Ignored[] = []): string | null {
  const accepts = (value: string) => value === 'all' || isEdtfInterval(value);
  return parseOne(search, ZOOM_PARAMETER, accepts, ignored);
}

export function parseChosenDay(search: URLSearchParams, ignored: Ignored[] = []): string | null {
  return parseOne(search, DAY_PARAMETER, isDay, ignored);
}

/** The parts of the calendar's address that no view can use. */
export function ignoredInCalendar(search: URLSearchParams): Ignored[] {
  const ignored: Ignored[] = [];
  parseItemKinds(search, ignored);
  parseZoom(search, ignored);
  parseChosenDay(search, ignored);
  return ignored;
}
