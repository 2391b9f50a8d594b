import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { isDay } from '#src/api/edtf.ts';

const PARAMETER = 'day';

/** The day that the address opens, and its setter; null opens none. */
export function useChosenDay(): [string | null, (day: string | null) => void] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const value = new URLSearchParams(search).get(PARAMETER) ?? '';
  const choose = useCallback(
    (day: string | null) => {
      const parameters = new URLSearchParams(window.location.search);
      if (day === null) parameters.delete(PARAMETER);
      else parameters.set(PARAMETER, day);
      void navigate({ search: parameters.toString() }, { preventScrollReset: true });
    },
    [navigate],
  );
  return [isDay(value) ? value : null, choose];
}
