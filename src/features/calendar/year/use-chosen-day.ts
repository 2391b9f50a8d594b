import { useMemo } from 'react';
import { useLocation } from 'react-router';

import { DAY_PARAMETER, parseChosenDay } from '#src/address/calendar-address.ts';

/** The day that the address opens, null for none; and the search of the link to a day, which closes it where it is open. */
export function useChosenDay(): [chosen: string | null, searchOf: (day: string) => string] {
  const { search } = useLocation();
  return useMemo(() => {
    const rest = new URLSearchParams(search);
    const chosen = parseChosenDay(rest);
    rest.delete(DAY_PARAMETER);
    const closed = rest.size === 0 ? '' : `?${rest.toString()}`;
    const start = closed === '' ? '?' : `${closed}&`;
    return [chosen, (day) => (day === chosen ? closed : `${start}${DAY_PARAMETER}=${day}`)];
  }, [search]);
}
