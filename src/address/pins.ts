import {
  NO_FILTERS,
  parseFilters,
  withFilters,
  type Filters,
  type Ignored,
  type Vocabulary,
} from './filters.ts';

/** More would not stand side by side. */
export const PINS_AT_MOST = 3;
const PARAMETER = 'pin';

/** A filter state as one text: the same for the same filters, so that it serves as their identity. */
export function pinText(filters: Filters): string {
  return withFilters(new URLSearchParams(), { ...NO_FILTERS, ...filters }).toString();
}

/** The filter states that the address keeps for comparison; what cannot be used of them is told. */
export function parsePins(
  search: URLSearchParams,
  vocabulary: Vocabulary,
  asOf: string,
  ignored: Ignored[] = [],
): Filters[] {
  const pins = new Map<string, Filters>();
  for (const value of search.getAll(PARAMETER)) {
    const parsed = parseFilters(new URLSearchParams(value), vocabulary, asOf);
    const text = pinText(parsed.filters);
    const isWhole = parsed.ignored.length === 0 && (text !== '' || value === '');
    if (!isWhole) ignored.push({ parameter: PARAMETER, value, reason: 'unknown' });
    else if (pins.size < PINS_AT_MOST || pins.has(text)) pins.set(text, parsed.filters);
    else ignored.push({ parameter: PARAMETER, value, reason: 'too-long' });
  }
  return [...pins.values()];
}

/** Writes the states to compare into an address. */
export function withPins(current: URLSearchParams, pins: readonly Filters[]): URLSearchParams {
  const next = new URLSearchParams(current);
  next.delete(PARAMETER);
  for (const pin of pins) next.append(PARAMETER, pinText(pin));
  return next;
}
