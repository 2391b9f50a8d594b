import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { useChoice } from '#src/address/ChosenChoices.tsx';
import { useChangeFilters, useChosenFilters } from '#src/address/ChosenFilters.tsx';
import { useView } from '#src/address/use-view.ts';
import { parseSourceLanguage } from './source-choices.ts';

/** What the address asks of the list of documents, and the ways to change it. */
export function useSourceChoices() {
  const { asOf, isAsOfChosen } = useView();
  const filters = useChosenFilters();
  const { search } = useLocation();
  const navigate = useNavigate();
  const changeFilters = useChangeFilters();
  const [sort, setSort] = useChoice('sourceSort');
  const { language, refused } = parseSourceLanguage(new URLSearchParams(search));
  const writeLanguage = useCallback(
    (value: string, others: readonly string[] = []) => {
      const next = new URLSearchParams(window.location.search);
      for (const name of ['language', ...others]) next.delete(name);
      if (value !== '') next.set('language', value);
      void navigate({ search: next.toString() }, { preventScrollReset: true });
    },
    [navigate],
  );
  return {
    q: filters.q,
    meeting: filters.meeting,
    sort,
    language,
    refusedLanguage: refused,
    /** Null while the whole record counts. */
    asOf: isAsOfChosen ? asOf : null,
    setSort,
    setLanguage: writeLanguage,
    setQ: useCallback((q: string) => changeFilters({ q }, { replace: true }), [changeFilters]),
    setMeetings: useCallback((meeting: number[]) => changeFilters({ meeting }), [changeFilters]),
    clear: useCallback(() => writeLanguage('', ['q', 'meeting']), [writeLanguage]),
  };
}
export type SourceChoices = ReturnType<typeof useSourceChoices>;
