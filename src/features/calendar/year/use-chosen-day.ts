import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { DAY_PARAMETER, parseChosenDay } from '#src/filters/calendar-address.ts';

/** The day that the address opens, and its setter; null opens none. */
export function useChosenDay(): [string | null, (day: string | null) => void] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const choose = useCallback(
    (day: string | null) => {
      const parameters = new URLSearchParams(window.location.search);
      if (day === null) parameters.delete(DAY_PARAMETER);
      else parameters.set(DAY_PARAMETER, day);
      void navigate({ search: parameters.toString() }, { preventScrollReset: true });
    },
    [navigate],
  );
  return [parseChosenDay(new URLSearchParams(search)), choose];
}
