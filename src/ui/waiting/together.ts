import type { UseQueryResult } from '@tanstack/react-query';

import type { Result } from './QueryView.tsx';

type DataOf<Asked> = {
  -readonly [At in keyof Asked]: Asked[At] extends UseQueryResult<infer Data> ? Data : never;
};

/**
 * Several questions whose answers are drawn together, as one: answered when all are, as old as the oldest answer, failed
 * with the first failure. What answers an earlier question is none, as it would stand under the names of this one.
 */
export function together<const Asked extends readonly UseQueryResult[]>(
  asked: Asked,
): Result<DataOf<Asked>> {
  const isAnswered = asked.every(
    ({ data, isPlaceholderData }) => data !== undefined && !isPlaceholderData,
  );
  const lost = asked.filter(({ error }) => error !== null);
  const states = new Set(asked.map(({ fetchStatus }) => fetchStatus));
  return {
    data: isAnswered ? (asked.map(({ data }) => data) as DataOf<Asked>) : undefined,
    dataUpdatedAt: Math.min(...asked.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    error: lost[0]?.error ?? null,
    fetchStatus: (['paused', 'fetching'] as const).find((one) => states.has(one)) ?? 'idle',
    isPlaceholderData: false,
    refetch: () => {
      for (const { refetch } of lost) void refetch();
    },
  };
}
