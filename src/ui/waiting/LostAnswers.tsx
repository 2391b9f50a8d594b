import type { UseQueryResult } from '@tanstack/react-query';

import { FailureNotice } from './FailureNotice.tsx';

type Asked = Pick<UseQueryResult, 'error'> & { refetch: () => unknown };

/**
 * Stands where something beside the main thing of a part could not be had, which would be missing without a word: the
 * first failure, and one step that asks again for all of them.
 */
export function LostAnswers({ of }: { of: readonly Asked[] }) {
  const lost = of.filter(({ error }) => error !== null);
  const [first] = lost;
  if (first === undefined) return null;
  return (
    <FailureNotice
      error={first.error}
      onRetry={() => {
        for (const { refetch } of lost) refetch();
      }}
    />
  );
}
