import type { SummaryColumn } from '#src/api/schemas/entries.ts';
import type { Lookup } from './record-lookup.ts';
import type {
  CommissionFact,
  ExchangeYearFact,
  MeetingFact,
  RecordData,
  Supported,
} from '../record/record.ts';
import { pagesOf } from '../record/evidence.ts';

/** Sources in order of first mention, each once. */
function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/** The documents that a fact cites, each once. */
export function citedBy(fact: Supported): string[] {
  // Most facts have one page, and entries are many.
  if (fact.further === undefined) return fact.source === null ? [] : [fact.source];
  return distinct(pagesOf(fact).map(({ source }) => source));
}

export function exchangeYearDocuments({ sources, events, figures }: ExchangeYearFact): string[] {
  return distinct([...sources, ...events.flatMap(citedBy), ...figures.flatMap(citedBy)]);
}

export function commissionDocuments({ sources, sessions }: CommissionFact): string[] {
  return distinct([...sources, ...sessions.flatMap(citedBy)]);
}

/** How many documents of a meeting were read, and of whose accounts. */
export type ReadOfMeeting = (
  meeting: MeetingFact,
) => Required<Pick<SummaryColumn, 'sources' | 'accounts'>>;

/** Of the accounts only those that were read; a document of which nobody knows whose account it is counts as a document alone. */
export const createReadOfMeeting =
  (
    documents: (meeting: MeetingFact) => readonly string[],
    { accountOf, accountOrder }: Pick<Lookup, 'accountOf' | 'accountOrder'>,
  ): ReadOfMeeting =>
  (meeting) => {
    const own = documents(meeting);
    const accounts = own.map(accountOf);
    return {
      sources: own.length,
      accounts: accountOrder.flatMap((value) => {
        const sources = accounts.filter((account) => account === value).length;
        return sources > 0 ? [{ value, sources }] : [];
      }),
    };
  };

/** What a meeting rests on: the documents it lists, then those that only its facts or entries cite. */
export function createMeetingDocuments(
  record: RecordData,
): (meeting: MeetingFact) => readonly string[] {
  const cited = new Map<number, Set<string>>();
  for (const entry of record.entries) {
    const sources = cited.get(entry.meeting) ?? new Set<string>();
    for (const source of citedBy(entry)) sources.add(source);
    cited.set(entry.meeting, sources);
  }
  const documents = new Map(
    record.meetings.map(({ ordinal, sources, coChairs, attendance, venueEvidence = [] }) => [
      ordinal,
      distinct([
        ...sources,
        ...coChairs.flatMap(citedBy),
        ...(attendance === null ? [] : citedBy(attendance)),
        ...venueEvidence.map(({ source }) => source),
        ...(cited.get(ordinal) ?? []),
      ]),
    ]),
  );
  return ({ ordinal }) => documents.get(ordinal) ?? [];
}
