import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import type { EntryFilters } from '#src/api/params.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { sideName, type Side } from '#src/lib/accounts.ts';
import { readOfMeetings, type AccountsRead } from '#src/record/accounts/side-words.ts';
import { useChartForm } from './use-chart-form.ts';

/** How many of the entries under the filters stand at a side; undefined while that is not known. */
export type SideCount = (side: Side) => number | undefined;

/** Asks for the counts of the sides where entries stand by account. */
export function useSideCounts(params: EntryFilters, isByAccount: boolean): SideCount {
  const { dimensions } = useChartForm();
  // At the fields page this is the very question that the chart asks.
  const question = summaryQuery(useApi(), { ...params, ...dimensions });
  const { data, isPlaceholderData } = useQuery({ ...question, enabled: isByAccount });
  const counts = isPlaceholderData ? undefined : data?.accounts;
  if (data === undefined || counts === undefined) return () => undefined;
  const known = counts.reduce((sum, { entries }) => sum + entries, 0);
  return (side) =>
    side.of === 'nobody'
      ? data.total.entries - known
      : counts.find(({ value }) => value === sideName(side))?.entries;
}

/**
 * For how many of the meetings that have entries under the filters accounts of a party were read. Null while that is not
 * known, and where only some accounts are let through: what the others have is out of sight then, not unsaid.
 */
export function useAccountsRead(params: EntryFilters, isByAccount: boolean) {
  const question = summaryQuery(useApi(), { ...params, by: 'meeting' });
  const isWhole = (params.reportedBy ?? []).length === 0;
  const query = useQuery({ ...question, enabled: isByAccount && isWhole });
  const { data, isPlaceholderData } = query;
  const read: AccountsRead | null =
    data === undefined || isPlaceholderData || !isWhole
      ? null
      : readOfMeetings(data.columns.filter(({ entries }) => entries > 0));
  return { read, query };
}
