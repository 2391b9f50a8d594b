import { useQueries } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { meetingEntriesQuery, meetingQuery } from '#src/api/queries.ts';
import { compareMeetings } from '#src/lib/meeting-comparison.ts';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { Comparison } from './Comparison.tsx';

interface Props {
  a: number;
  b: number;
}

/** Asks for both meetings at once and compares them when both have come. */
export function ComparisonPanel({ a, b }: Props) {
  const api = useApi();
  const [meetingA, meetingB] = useQueries({
    queries: [meetingQuery(api, a), meetingQuery(api, b)],
  });
  const [entriesA, entriesB] = useQueries({
    queries: [meetingEntriesQuery(api, a), meetingEntriesQuery(api, b)],
  });
  const queries = [meetingA, meetingB, entriesA, entriesB];
  if (!meetingA.data || !meetingB.data || !entriesA.data || !entriesB.data) {
    const isFailed = queries.some(({ error }) => error !== null);
    return isFailed ? <LostAnswers of={queries} /> : <Skeleton height={1200} />;
  }
  const [first, second] = [
    { meeting: meetingA.data, entries: entriesA.data.items },
    { meeting: meetingB.data, entries: entriesB.data.items },
  ];
  return (
    <>
      <LostAnswers of={queries} />
      <Comparison
        a={first.meeting}
        b={second.meeting}
        entries={{ a: first.entries, b: second.entries }}
        comparison={compareMeetings(first, second)}
      />
    </>
  );
}
