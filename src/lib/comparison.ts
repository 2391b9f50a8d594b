/** What was counted of some meetings, as far as it says whether two such counts can be compared. */
export interface Compared {
  meetings: number;
  /** Entries of what was chosen, each once. */
  entries: number;
  /** Documents read of the meetings, whatever the filters. */
  documents: number;
  /** Meetings of which no document was read. */
  unread: number;
}

export type Caution =
  | { kind: 'documents' | 'alike'; before: number; after: number }
  | { kind: 'few'; meetings: number; entries: number }
  | { kind: 'unread'; meetings: number };

/** Fewer than these, and a single document can turn the comparison. */
const MEETINGS_AT_LEAST = 4;
const ENTRIES_AT_LEAST = 10;
/** By how much the documents read per meeting may differ and still be called alike. */
const ALIKE = 0.15;

export const perMeeting = (count: number, { meetings }: Pick<Compared, 'meetings'>) =>
  count / Math.max(meetings, 1);

/** What to bear in mind before the comparison is quoted; each is true of these numbers, and the first is always there. */
export function cautionsOf(first: Compared, second: Compared): Caution[] {
  const before = perMeeting(first.documents, first);
  const after = perMeeting(second.documents, second);
  const isAlike = Math.abs(after - before) <= ALIKE * Math.max(before, after);
  const cautions: Caution[] = [{ kind: isAlike ? 'alike' : 'documents', before, after }];
  const meetings = Math.min(first.meetings, second.meetings);
  const entries = Math.min(first.entries, second.entries);
  if (meetings < MEETINGS_AT_LEAST || entries < ENTRIES_AT_LEAST)
    cautions.push({ kind: 'few', meetings, entries });
  const unread = first.unread + second.unread;
  if (unread > 0) cautions.push({ kind: 'unread', meetings: unread });
  return cautions;
}

/** A part of a whole, 0 to 1; of nothing it is 0, since 0 / 0 is no number that a page could show. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** To one digit after the point, also where that is 0: numbers that are compared stand one under the other. */
export const TENTHS = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** A part of a whole as a percentage to one digit after the point. */
export const PERCENT_TENTHS = { style: 'percent', ...TENTHS } as const;
