import { useCallback } from 'react';
import { useNavigate } from 'react-router';

/** Writes the as-of date into the address; `replace` is for the steps of one movement, of which Back undoes the whole. */
export function useChangeAsOf(): (day: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (day, options) => {
      const search = new URLSearchParams(window.location.search);
      search.set('asOf', day);
      void navigate(
        { search: search.toString() },
        { replace: options?.replace ?? false, preventScrollReset: true },
      );
    },
    [navigate],
  );
}
