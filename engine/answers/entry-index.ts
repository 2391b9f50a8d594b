import { EntryKind } from '#src/api/schemas/entries.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import type { EntryFact, MeetingFact, RecordData } from '../record/record.ts';
import { citedBy } from './cited-documents.ts';
import { entryStatus } from '../record/evidence.ts';
import { sideName, sideOf, sidesOf } from '#src/lib/accounts.ts';
import type { Lookup } from './record-lookup.ts';
import { compareIds, compareText } from '../text/text-order.ts';
import { foldSentence } from '../text/other-names.ts';

/** An entry with everything that filters, counts and sorts ask of it as a number: a position in the index's lists. */
export type IndexedEntry = {
  readonly fact: EntryFact;
  readonly meeting: number;
  readonly kind: number;
  readonly party: number;
  readonly status: number;
  /** What the entry was coded from; -1 without a source. */
  readonly source: number;
  readonly sources: readonly number[];
  readonly accounts: readonly number[];
  /** Whose accounts alone have it; -1 where nobody's is known. */
  readonly side: number;
  readonly fields: readonly number[];
  readonly groups: readonly number[];
  readonly exchangeYears: readonly number[];
};

/**
 * The entries by meeting and then by id. That order makes the entries of a range of dates one slice, and lets a count
 * of distinct meetings compare with the last meeting only.
 */
export type EntryIndex = {
  readonly entries: readonly IndexedEntry[];
  readonly meetings: readonly MeetingFact[];
  /** `starts[m]` is the position of the first entry of meeting `m`; one more than there are meetings. */
  readonly starts: readonly number[];
  /** The positions of the entries by their ids alone. */
  readonly idOrder: Uint32Array;
  readonly kinds: readonly string[];
  readonly parties: readonly string[];
  readonly statuses: readonly string[];
  readonly sources: readonly string[];
  readonly fields: readonly string[];
  readonly groups: readonly string[];
  readonly exchangeYears: readonly string[];
  readonly accounts: readonly string[];
  readonly sides: readonly string[];
  readonly people: readonly string[];
  /** `chairs[m]` are those who chaired meeting `m`, each once. */
  readonly chairs: readonly (readonly number[])[];
  /** The folded text of the entry at a position, made when first asked for. */
  readonly foldedText: (position: number) => string;
};

/** Entries mostly share few combinations; sharing the lists keeps a million entries small. */
function createSharedLists() {
  const lists = new Map<string, readonly number[]>();
  return (numbers: readonly number[]): readonly number[] => {
    const key = numbers.join();
    const known = lists.get(key);
    if (known) return known;
    lists.set(key, numbers);
    return numbers;
  };
}

const toPositions = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]));
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

/** Whose accounts facts rest on, as positions in the lists. */
function readAccounts({ mechanism: { parties } }: RecordData, lookup: Lookup) {
  const { accountOrder } = lookup;
  const sides = sidesOf(parties).map((side) => sideName(side) ?? '');
  return {
    sides,
    supportOf: (fact: EntryFact) => {
      const cited = new Set(citedBy(fact).map(lookup.accountOf));
      const held = accountOrder.filter((account) => cited.has(account));
      return {
        accounts: held.map((account) => accountOrder.indexOf(account)),
        side: sides.indexOf(sideName(sideOf(held, parties)) ?? ''),
      };
    },
  };
}

export function createEntryIndex(record: RecordData, lookup: Lookup): EntryIndex {
  const meetings = record.meetings.toSorted((a, b) => a.ordinal - b.ordinal);
  const { sides, supportOf } = readAccounts(record, lookup);
  const lists = {
    kinds: EntryKind.options,
    parties: lookup.partyOrder,
    statuses: EvidenceStatus.options,
    sources: idsOf(record.sources).toSorted(compareText),
    fields: idsOf(record.fields.fields),
    groups: idsOf(record.fields.groups),
    exchangeYears: idsOf(record.exchangeYears),
    accounts: lookup.accountOrder,
    sides,
    people: idsOf(record.people),
  };
  const positions = {
    meeting: new Map(meetings.map(({ ordinal }, index) => [ordinal, index])),
    kind: toPositions(lists.kinds),
    party: toPositions(lists.parties),
    status: toPositions(lists.statuses),
    source: toPositions(lists.sources),
    field: toPositions(lists.fields),
    group: toPositions(lists.groups),
    exchangeYear: toPositions(lists.exchangeYears),
    account: toPositions(lists.accounts),
    person: toPositions(lists.people),
  };
  const at = <Key>(map: ReadonlyMap<Key, number>, key: Key) => map.get(key) ?? -1;
  const share = createSharedLists();
  const groupOf = new Map(
    record.fields.fields.map(({ id, group }) => [id, at(positions.group, group)]),
  );
  const chairs = meetings.map(({ coChairs }) => [
    ...new Set(coChairs.map(({ person }) => at(positions.person, person))),
  ]);
  const toEntry = (fact: EntryFact, { accounts, side } = supportOf(fact)): IndexedEntry => ({
    fact,
    meeting: at(positions.meeting, fact.meeting),
    kind: at(positions.kind, fact.kind),
    party: at(positions.party, fact.party),
    status: at(positions.status, entryStatus(fact, lookup.accountOf)),
    source: fact.source === null ? -1 : at(positions.source, fact.source),
    sources: share(citedBy(fact).map((id) => at(positions.source, id))),
    accounts: share(accounts),
    side,
    fields: share(fact.fields.map((id) => at(positions.field, id))),
    groups: share([...new Set(fact.fields.map((id) => groupOf.get(id) ?? -1))]),
    exchangeYears: share(fact.exchangeYears.map((id) => at(positions.exchangeYear, id))),
  });
  const inIdOrder = sortedByIds(record.entries).map((fact) => toEntry(fact));
  const ordered = byMeeting(inIdOrder, meetings.length);
  const foldedText = foldOnce(ordered.entries, lookup);
  return { ...lists, ...ordered, meetings, chairs, foldedText };
}

/** By id, in which order most records come: to see that takes one look at each, where sorting a million takes long. */
function sortedByIds(facts: readonly EntryFact[]): readonly EntryFact[] {
  const isSorted = facts.every(
    ({ id }, at) => at === 0 || compareIds(facts[at - 1]?.id ?? '', id) < 0,
  );
  return isSorted ? facts : facts.toSorted((a, b) => compareIds(a.id, b.id));
}

/** Puts the entries of each meeting together; within a meeting they stay in the order of their ids. */
function byMeeting(inIdOrder: readonly IndexedEntry[], meetingCount: number) {
  const starts = toStarts(inIdOrder, meetingCount);
  const next = [...starts];
  const idOrder = Uint32Array.from(inIdOrder, ({ meeting }) => {
    const position = next[meeting] ?? 0;
    next[meeting] = position + 1;
    return position;
  });
  const entries: IndexedEntry[] = [...inIdOrder];
  inIdOrder.forEach((entry, place) => (entries[idOrder[place] ?? 0] = entry));
  return { entries, idOrder, starts };
}

function toStarts(entries: readonly IndexedEntry[], meetingCount: number): number[] {
  const counts = Array.from({ length: meetingCount + 1 }, () => 0);
  for (const { meeting } of entries) counts[meeting + 1] = (counts[meeting + 1] ?? 0) + 1;
  let sum = 0;
  return counts.map((count) => (sum += count));
}

/** What an entry is searched by: its sentence in every language. */
export function foldEntry(
  fact: Pick<EntryFact, 'text' | 'translations'> | undefined,
  { otherNames }: Lookup,
): string {
  const texts = [fact?.text ?? '', ...Object.values(fact?.translations ?? {})];
  return foldSentence(texts.join('\n'), otherNames);
}

function foldOnce(entries: readonly IndexedEntry[], lookup: Lookup) {
  const folded: string[] = [];
  return (position: number): string =>
    (folded[position] ??= foldEntry(entries[position]?.fact, lookup));
}
