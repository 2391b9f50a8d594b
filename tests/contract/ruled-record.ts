import type { RecordData } from '#engine/record/record.ts';
import type { Ruled, Vocabulary } from '#conformance/oracle.ts';

/** A record as the oracle asks of it, by nothing but looking things up. */
export function toRuled(record: RecordData): { entries: Ruled[]; vocabulary: Vocabulary } {
  const { fields, groups } = record.fields;
  const meetings = new Map(record.meetings.map((meeting) => [meeting.ordinal, meeting]));
  const fieldOf = new Map(fields.map((field) => [field.id, field]));
  const entries = record.entries.map((entry) => ({
    ...entry,
    meeting: meetings.get(entry.meeting)!,
    fields: entry.fields.map((id) => fieldOf.get(id)!),
    exchangeYears: entry.exchangeYears.map((id) => ({ id })),
    source: entry.source === null ? null : { id: entry.source },
  }));
  const vocabulary = {
    groups: groups.map(({ id }) => id),
    fields,
    parties: [...record.mechanism.parties.map(({ id }) => id), 'joint'],
    meetings: record.meetings.toSorted((a, b) => a.ordinal - b.ordinal),
    exchangeYears: record.exchangeYears.map(({ id }) => id),
  };
  return { entries, vocabulary };
}
