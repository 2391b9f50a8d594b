import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import type { ReadOfMeeting } from '#engine/answers/cited-documents.ts';
import type { MeetingFact, RecordData } from '#engine/record/record.ts';
import { createLookup, type Lookup } from '#engine/answers/record-lookup.ts';
import type { Sql } from './database/database-engine.ts';

type Listed = 'kind' | 'party' | 'status' | 'field' | 'group' | 'exchangeYear' | 'reportedBy';

/** The small things of an edition: its vocabularies and meetings, but neither entries nor documents. */
export type Catalogue = {
  readonly record: RecordData;
  readonly lookup: Lookup;
  /** By ordinal, in order. */
  readonly meetings: readonly MeetingFact[];
  /** What was read of each meeting, by ordinal. */
  readonly read: ReadonlyMap<number, ReturnType<ReadOfMeeting>>;
  /** From the first to the last day of everything dated. */
  readonly span: { from: string; to: string };
  /** The values of each filter in the order that entries and counts refer to them by position. */
  readonly values: Readonly<Record<Listed, readonly string[]>>;
};

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

export async function readCatalogue(sql: Sql, namespace: string): Promise<Catalogue> {
  const rows = await sql.query<{ part: string; body: string }>(
    `SELECT part, body FROM ${namespace}.catalogue`,
  );
  const part = (name: string): unknown =>
    JSON.parse(rows.find((row) => row.part === name)?.body ?? 'null');
  const record = part('record') as RecordData;
  const lookup = createLookup(record);
  return {
    record,
    lookup,
    meetings: record.meetings.toSorted((a, b) => a.ordinal - b.ordinal),
    read: new Map(part('read') as [number, ReturnType<ReadOfMeeting>][]),
    span: part('span') as Catalogue['span'],
    values: {
      kind: EntryKind.options,
      party: lookup.partyOrder,
      status: EvidenceStatus.options,
      field: idsOf(record.fields.fields),
      group: idsOf(record.fields.groups),
      exchangeYear: idsOf(record.exchangeYears),
      reportedBy: lookup.accountOrder,
    },
  };
}
