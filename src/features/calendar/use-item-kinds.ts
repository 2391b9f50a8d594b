import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { CalendarItemKind } from '#src/api/schemas/calendar.ts';

/** Not `kind`, which in every view means the kind of an entry. */
const PARAMETER = 'type';

/** The types of dated things that the address lets through, and their setter; none means all. */
export function useItemKinds(): [CalendarItemKind[], (kinds: readonly CalendarItemKind[]) => void] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const kinds = useMemo(() => {
    const named = new Set(new URLSearchParams(search).getAll(PARAMETER));
    return CalendarItemKind.options.filter((kind) => named.has(kind));
  }, [search]);
  const set = useCallback(
    (next: readonly CalendarItemKind[]) => {
      const parameters = new URLSearchParams(window.location.search);
      parameters.delete(PARAMETER);
      for (const kind of next) parameters.append(PARAMETER, kind);
      void navigate({ search: parameters.toString() }, { preventScrollReset: true });
    },
    [navigate],
  );
  return [kinds, set];
}
