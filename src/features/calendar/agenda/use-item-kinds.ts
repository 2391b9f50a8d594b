import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';

import type { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { parseItemKinds, TYPE_PARAMETER } from '#src/address/calendar-address.ts';

/** The types of dated things that the address lets through, and their setter; none means all. */
export function useItemKinds(): [CalendarItemKind[], (kinds: readonly CalendarItemKind[]) => void] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const kinds = useMemo(() => parseItemKinds(new URLSearchParams(search)), [search]);
  const set = useCallback(
    (next: readonly CalendarItemKind[]) => {
      const parameters = new URLSearchParams(window.location.search);
      parameters.delete(TYPE_PARAMETER);
      for (const kind of next) parameters.append(TYPE_PARAMETER, kind);
      void navigate({ search: parameters.toString() }, { preventScrollReset: true });
    },
    [navigate],
  );
  return [kinds, set];
}
