import { useSuspenseQueries } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import {
  exchangeYearsQuery,
  fieldsQuery,
  mechanismQuery,
  meetingsQuery,
} from '#src/api/queries.ts';
import type { FieldList, Mechanism } from '#src/api/schemas/common.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';

/** What there is to choose from in this mechanism: the short lists that every view needs. */
export interface RecordVocabulary {
  mechanism: Mechanism;
  taxonomy: FieldList;
  /** Newest first. */
  meetings: MeetingSummary[];
  /** False where the mechanism has more meetings than one answer holds. */
  hasAllMeetings: boolean;
  exchangeYears: ExchangeYearSummary[];
}

/** Suspends until the lists are there; fails as one where any of them cannot be had. */
export function useVocabulary(): RecordVocabulary {
  const api = useApi();
  const [mechanism, taxonomy, meetings, exchangeYears] = useSuspenseQueries({
    queries: [mechanismQuery(api), fieldsQuery(api), meetingsQuery(api), exchangeYearsQuery(api)],
  });
  return {
    mechanism: mechanism.data,
    taxonomy: taxonomy.data,
    meetings: meetings.data.items,
    hasAllMeetings: meetings.data.nextCursor === null,
    exchangeYears: exchangeYears.data.items,
  };
}
