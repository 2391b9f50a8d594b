import { useAsOf, useChangeAddress, useParameter } from '#src/address/use-address.ts';

/** What the address asks of the list of documents, and the ways to change it. */
export function useSourceChoices() {
  const { asOf, isAsOfChosen } = useAsOf();
  const change = useChangeAddress();
  const [q, setQ] = useParameter('q');
  const [meeting, setMeetings] = useParameter('meeting');
  const [reportedBy, setReportedBy] = useParameter('reportedBy');
  const [sort, setSort] = useParameter('sourceSort');
  const [language, setLanguage] = useParameter('language');
  const [copies, setCopies] = useParameter('copies');
  const isListNarrowed = meeting.length + reportedBy.length > 0;
  return {
    q,
    meeting,
    reportedBy,
    sort,
    language,
    copies,
    setQ,
    setMeetings,
    setReportedBy,
    setSort,
    setLanguage,
    setCopies,
    /** Null while the whole record counts. */
    asOf: isAsOfChosen ? asOf : null,
    isNarrowed: language !== null || q !== '' || isListNarrowed || copies !== 'with',
    clear: () => change({ language: null, q: '', meeting: [], reportedBy: [], copies: 'with' }),
  };
}

export type SourceChoices = ReturnType<typeof useSourceChoices>;
