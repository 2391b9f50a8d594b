import { useLocation } from 'react-router';

import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import { withEvidenceCell } from '#src/address/evidence-cell.ts';
import { withFilters, type Filters } from '#src/address/filters.ts';
import { PINS_AT_MOST, pinText, withPins } from '#src/address/pins.ts';
import { useView } from '#src/address/use-view.ts';

const toSearch = (parameters: URLSearchParams) => {
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
};

/** The filter states that stand side by side, and the addresses that add, remove and use them. */
export function usePins() {
  const { pathname, search } = useLocation();
  const { filters, pins } = useView();
  const current = new URLSearchParams(search);
  const isPinned = pins.some((pin) => pinText(pin) === pinText(filters));
  return {
    /** The pinned states, and the view's own where it is none of them. */
    states: isPinned ? pins : [...pins, filters],
    isPinned: (state: Filters) => pins.some((pin) => pinText(pin) === pinText(state)),
    canPin: !isPinned && pins.length < PINS_AT_MOST,
    pinTo: () => ({ pathname, search: toSearch(withPins(current, [...pins, filters])) }),
    removeTo: (state: Filters) => ({
      pathname,
      search: toSearch(
        withPins(
          current,
          pins.filter((pin) => pinText(pin) !== pinText(state)),
        ),
      ),
    }),
    /** These states side by side and nothing else, the view being under the first of them. */
    compareTo: (states: readonly Filters[]) => ({
      pathname,
      search: toSearch(
        withEvidenceCell(withFilters(withPins(current, states), states[0] ?? {}), null),
      ),
    }),
    /** The view under another of the states; with a cell, its entries are open beside it. */
    stateTo: (state: Filters, cell: EvidenceCell | null) => ({
      pathname,
      search: toSearch(withEvidenceCell(withFilters(current, state), cell)),
    }),
  };
}
