import { filterText, parseFilters, type Filters } from './filters.ts';
import type { Parameter } from './parameter.ts';

/** More would not stand side by side. */
export const PINS_AT_MOST = 3;

/** The filter states that the address keeps for comparison, each once. */
export const PIN: Parameter<Filters[]> = {
  default: [],
  parse: (texts, refuse, reading) => {
    const pins = new Map<string, Filters>();
    for (const value of texts) {
      const parsed = parseFilters(new URLSearchParams(value), reading);
      const text = filterText(parsed.filters);
      const isWhole = parsed.refused.length === 0 && (text !== '' || value === '');
      if (!isWhole) refuse(value, 'unknown');
      else if (pins.size < PINS_AT_MOST || pins.has(text)) pins.set(text, parsed.filters);
      else refuse(value, 'too-long');
    }
    return [...pins.values()];
  },
  write: (pins) => pins.map(filterText),
  step: 'each',
  isAhead: false,
};
