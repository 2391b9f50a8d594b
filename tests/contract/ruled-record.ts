import type { EntryFact, RecordData } from '#engine/record/record.ts';
import { dueStatus, type Ruled, type Vocabulary } from '#conformance/oracle.ts';

/** A record as the oracle asks of it, by nothing but looking things up. */
export function toRuled(record: RecordData): { entries: Ruled[]; vocabulary: Vocabulary } {
  const { fields, groups } = record.fields;
  const meetings = new Map(record.meetings.map((meeting) => [meeting.ordinal, meeting]));
  const fieldOf = new Map(fields.map((field) => [field.id, field]));
  const reporters = new Map(record.sources.map(({ id, reportedBy }) => [id, reportedBy]));
  const withEvidence = ({ source, further = [], status }: EntryFact) => {
    const pages = source === null ? [] : [{ source, independent: undefined }, ...further];
    const evidence = pages.map(({ source: id, independent }) => ({
      source: { id, reportedBy: reporters.get(id) },
      independent,
    }));
    return {
      evidence,
      status: (status === 'disputed' ? status : dueStatus(evidence)) as EntryFact['status'],
    };
  };
  const entries = record.entries.map((entry) => ({
    ...entry,
    ...withEvidence(entry),
    meeting: meetings.get(entry.meeting)!,
    fields: entry.fields.map((id) => fieldOf.get(id)!),
    exchangeYears: entry.exchangeYears.map((id) => ({ id })),
    source: entry.source === null ? null : { id: entry.source },
  }));
  const vocabulary = {
    groups: groups.map(({ id }) => id),
    fields,
    parties: [...record.mechanism.parties.map(({ id }) => id), 'joint'],
    meetings: record.meetings
      .toSorted((a, b) => a.ordinal - b.ordinal)
      .map(({ coChairs, ...meeting }) => ({
        ...meeting,
        chairs: coChairs.map(({ person }) => person),
      })),
    people: record.people.map(({ id }) => id),
    exchangeYears: record.exchangeYears.map(({ id }) => id),
  };
  return { entries, vocabulary };
}
