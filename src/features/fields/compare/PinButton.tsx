import { useLocation } from 'react-router';

import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import { filterText, type Filters } from '#src/address/filters.ts';
import { PINS_AT_MOST } from '#src/address/pins.ts';
import { useChangedSearch, useFilters, useParameter } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';

/** The filter states that stand side by side, and the addresses that add, remove and use them. */
export function usePins() {
  const { pathname } = useLocation();
  const filters = useFilters();
  const [pins, setPins] = useParameter('pin');
  const searchOf = useChangedSearch();
  const isSame = (a: Filters, b: Filters) => filterText(a) === filterText(b);
  const isPinned = (state: Filters) => pins.some((pin) => isSame(pin, state));
  return {
    /** The pinned states, and the view's own where it is none of them. */
    states: isPinned(filters) ? pins : [...pins, filters],
    isPinned,
    canPin: !isPinned(filters) && pins.length < PINS_AT_MOST,
    pin: () => setPins([...pins, filters]),
    removeTo: (state: Filters) => ({
      pathname,
      search: searchOf({ pin: pins.filter((pin) => !isSame(pin, state)) }),
    }),
    /** These states side by side and nothing else, the view being under the first of them. */
    compareTo: (states: readonly Filters[]) => ({
      pathname,
      search: searchOf({ ...states[0], pin: [...states], open: null }),
    }),
    /** The view under another of the states; with a cell, its entries are open beside it. */
    stateTo: (state: Filters, cell: EvidenceCell | null) => ({
      pathname,
      search: searchOf({ ...state, open: cell }),
    }),
  };
}

/** Keeps the filters as they are, to see them beside the next ones. */
export function PinButton() {
  const { t } = useI18n();
  const { canPin, pin } = usePins();
  return (
    <Button disabled={!canPin} onClick={pin}>
      {t('fields.pin')}
    </Button>
  );
}
