import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import type { FigureLayout } from '../layout/figure-layout.ts';
import { keyOfItems, keyOfMeetings } from '../items/mark-words.ts';

/** What a shared mark stands for. */
export type OpenedMarks =
  | { kind: 'meetings'; meetings: readonly MeetingSummary[] }
  | { kind: 'items'; items: readonly CalendarItem[] };

/** Finds a shared mark by its key; null where zooming has dissolved it. */
export function openedOf(key: string, layout: FigureLayout): OpenedMarks | null {
  const shared = layout.meetings.marks.find(({ meetings }) => keyOfMeetings(meetings) === key);
  if (shared) return { kind: 'meetings', meetings: shared.meetings };
  for (const { id, clusters } of layout.points) {
    const cluster = clusters.find(({ items }) => keyOfItems(id, items) === key);
    if (cluster) return { kind: 'items', items: cluster.items };
  }
  return null;
}
