import type { UseQueryResult } from '@tanstack/react-query';

import { FailureNotice } from './FailureNotice.tsx';
import { OldAnswer, useIsOffline, type Asked } from './OldAnswer.tsx';

type Beside = Asked &
  Pick<UseQueryResult, 'data' | 'isPlaceholderData'> & { refetch: () => unknown };

/**
 * Stands where something beside the main thing of a part has not come, which would be missing without a word: that there is
 * no network, or the first failure, and one step that asks again for all of them.
 */
export function LostAnswers({ of }: { of: readonly Beside[] }) {
  const isOffline = useIsOffline();
  // How old an answer is that is there, the main thing says.
  const isMissing = ({ data, isPlaceholderData }: Beside) =>
    data === undefined || isPlaceholderData;
  if (of.some((asked) => isOffline(asked) && isMissing(asked))) return <OldAnswer since={null} />;
  const lost = of.filter(({ error }) => error !== null);
  const [first] = lost;
  if (first === undefined) return null;
  return (
    <FailureNotice
      error={first.error}
      hasEarlierAnswer={!lost.some(isMissing)}
      onRetry={() => {
        for (const { refetch } of lost) void refetch();
      }}
    />
  );
}
