import { useQueries, useSuspenseQueries } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';

import { useApi } from './ApiContext.ts';
import { exchangeYearsQuery, fieldsQuery, mechanismQuery, meetingsQuery } from './queries.ts';
import type { FieldList, Mechanism } from './schemas/common.ts';
import type { ExchangeYearSummary } from './schemas/exchange-years.ts';
import type { MeetingSummary } from './schemas/meetings.ts';

/** What there is to choose from in this mechanism: the short lists that every view needs, and that stay as they are. */
export interface RecordLists {
  mechanism: Mechanism;
  taxonomy: FieldList;
  /** Newest first; empty where the list could not be had, which the views that show it say themselves. */
  meetings: MeetingSummary[];
  /** False where the mechanism has more meetings than one answer holds, or the list could not be had. */
  hasAllMeetings: boolean;
  exchangeYears: ExchangeYearSummary[];
  hasAllExchangeYears: boolean;
  /** True until the two lists have come or failed. */
  isPending: boolean;
  /** Why one of the two lists could not be had, else null: an empty list is then no statement about the record. */
  failure: Error | null;
}

/** Suspends, and fails, on the mechanism and its fields only: without the two lists much can still be shown. */
export function useRecordLists(): RecordLists {
  const api = useApi();
  const [mechanism, taxonomy] = useSuspenseQueries({
    queries: [mechanismQuery(api), fieldsQuery(api)],
  });
  const [meetings, exchangeYears] = useQueries({
    queries: [
      { ...meetingsQuery(api), retryOnMount: false },
      { ...exchangeYearsQuery(api), retryOnMount: false },
    ],
  });
  // A list that failed once counts as settled while a panel asks for it again, or the page would blink away.
  const isPending = [meetings, exchangeYears].some(
    ({ data, errorUpdateCount }) => data === undefined && errorUpdateCount === 0,
  );
  const failure = [meetings, exchangeYears].find(({ data }) => data === undefined)?.error ?? null;
  // One identity while nothing changes, so that what is derived from it is derived once.
  return useMemo(
    () => ({
      mechanism: mechanism.data,
      taxonomy: taxonomy.data,
      meetings: meetings.data?.items ?? [],
      hasAllMeetings: meetings.data?.nextCursor === null,
      exchangeYears: exchangeYears.data?.items ?? [],
      hasAllExchangeYears: exchangeYears.data !== undefined,
      isPending,
      failure,
    }),
    [mechanism.data, taxonomy.data, meetings.data, exchangeYears.data, isPending, failure],
  );
}

/** The lists, once per page: hundreds of marks and rows ask for them. */
export const RecordContext = createContext<RecordLists | null>(null);

/** What never changes while the page is open; throws outside of the frame. */
export function useRecord(): RecordLists {
  const record = use(RecordContext);
  if (record === null) throw new Error('useRecord needs the frame above it');
  return record;
}
