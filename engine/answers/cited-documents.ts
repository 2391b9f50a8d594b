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
