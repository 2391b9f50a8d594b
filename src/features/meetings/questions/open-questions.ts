import type { Entry } from '#src/api/schemas/entries.ts';
import type { EvidenceStatus } from '#src/api/schemas/common.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';

/** A gap or a doubt about a meeting; `status` and `count` are set where it is about entries. */
export type OpenQuestion =
  | { gap: 'NoVenue' | 'NoPlace' | 'NoAttendance' }
  | {
      gap: 'Unverified' | 'Disputed' | 'Single';
      status: EvidenceStatus;
      count: number;
    };

/** What the record itself shows to be open, apart from the notes that people wrote. */
export function openQuestions(
  meeting: Pick<Meeting, 'venue' | 'place' | 'format' | 'attendance'>,
  entries: readonly Entry[],
): OpenQuestion[] {
  const questions: OpenQuestion[] = [];
  const isPlaced = meeting.format !== 'video';
  if (isPlaced && meeting.place === null) questions.push({ gap: 'NoPlace' });
  if (isPlaced && meeting.venue === null) questions.push({ gap: 'NoVenue' });
  if (meeting.attendance === null) questions.push({ gap: 'NoAttendance' });
  const doubts = [
    ['Disputed', 'disputed'],
    ['Unverified', 'unverified'],
    ['Single', 'single-source'],
  ] as const;
  for (const [gap, status] of doubts) {
    const count = entries.filter((entry) => entry.status === status).length;
    if (count > 0) questions.push({ gap, status, count });
  }
  return questions;
}
