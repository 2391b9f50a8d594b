import { useCallback } from 'react';
import { useNavigate } from 'react-router';

/**
 * Writes the as-of date, a day as `YYYY-MM-DD`, into the address, or with null takes it out again; `replace` is for the
 * steps of one movement, of which Back undoes the whole.
 */
export function useChangeAsOf(): (day: string | null, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (day, options) => {
      const search = new URLSearchParams(window.location.search);
      if (day === null) search.delete('asOf');
      else search.set('asOf', day);
      void navigate(
        { search: search.toString() },
        { replace: options?.replace ?? false, preventScrollReset: true },
      );
    },
    [navigate],
  );
}
