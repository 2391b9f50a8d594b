import { useCallback } from 'react';

import {
  useAsOf,
  useChangeAddress,
  useChosenFilters,
  useParameter,
} from '#src/address/use-address.ts';

/** What the address asks of the list of documents, and the ways to change it. */
export function useSourceChoices() {
  const { asOf, isAsOfChosen } = useAsOf();
  const { q, meeting } = useChosenFilters();
  const change = useChangeAddress();
  const [sort, setSort] = useParameter('sourceSort');
  const [language, setLanguage] = useParameter('language');
  return {
    q,
    meeting,
    sort,
    language,
    /** Null while the whole record counts. */
    asOf: isAsOfChosen ? asOf : null,
    setSort,
    setLanguage,
    setQ: useCallback((text: string) => change({ q: text }), [change]),
    setMeetings: useCallback((meetings: number[]) => change({ meeting: meetings }), [change]),
    clear: useCallback(() => change({ language: null, q: '', meeting: [] }), [change]),
  };
}
export type SourceChoices = ReturnType<typeof useSourceChoices>;
