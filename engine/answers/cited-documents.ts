import type {
  CommissionFact,
  ExchangeYearFact,
  MeetingFact,
  RecordData,
} from '../record/record.ts';

/** Sources in order of first mention, each once. */
function distinct(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

export function exchangeYearDocuments({ sources, events, figures }: ExchangeYearFact): string[] {
  return distinct([
    ...sources,
    ...events.map(({ source }) => source),
    ...figures.map(({ source }) => source),
  ]);
}

export function commissionDocuments({ sources, sessions }: CommissionFact): string[] {
  return distinct([...sources, ...sessions.map(({ source }) => source)]);
}

/** What a meeting rests on: the documents it lists, then those that only its facts or entries cite. */
export function createMeetingDocuments(
  record: RecordData,
): (meeting: MeetingFact) => readonly string[] {
  const cited = new Map<number, Set<string>>();
  for (const { meeting, source } of record.entries) {
    if (source === null) continue;
    const sources = cited.get(meeting) ?? new Set<string>();
    cited.set(meeting, sources.add(source));
  }
  const documents = new Map(
    record.meetings.map(({ ordinal, sources, coChairs, attendance }) => [
      ordinal,
      distinct([
        ...sources,
        ...coChairs.map(({ source }) => source),
        attendance?.source,
        ...(cited.get(ordinal) ?? []),
      ]),
    ]),
  );
  return ({ ordinal }) => documents.get(ordinal) ?? [];
}
