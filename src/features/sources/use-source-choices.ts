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
  const { q, meeting, reportedBy } = useChosenFilters();
  const change = useChangeAddress();
  const [sort, setSort] = useParameter('sourceSort');
  const [language, setLanguage] = useParameter('language');
  const [copies, setCopies] = useParameter('copies');
  return {
    q,
    meeting,
    reportedBy,
    copies,
    sort,
    language,
    /** Null while the whole record counts. */
    asOf: isAsOfChosen ? asOf : null,
    isNarrowed:
      language !== null ||
      q !== '' ||
      meeting.length > 0 ||
      reportedBy.length > 0 ||
      copies !== 'with',
    setSort,
    setLanguage,
    setCopies,
    setQ: useCallback((text: string) => change({ q: text }), [change]),
    setMeetings: useCallback((meetings: number[]) => change({ meeting: meetings }), [change]),
    setReportedBy: useCallback((accounts: string[]) => change({ reportedBy: accounts }), [change]),
    clear: useCallback(
      () => change({ language: null, q: '', meeting: [], reportedBy: [], copies: 'with' }),
      [change],
    ),
  };
}
export type SourceChoices = ReturnType<typeof useSourceChoices>;
