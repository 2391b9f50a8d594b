import type { FacetCount, Facets } from '#src/api/schemas/entries.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import { FAILS } from './entry-match.ts';

function toCounts(values: readonly (string | number)[], counts: Uint32Array): FacetCount[] {
  return values.map((value, position) => ({
    value: String(value),
    entries: counts[position] ?? 0,
  }));
}

const bump = (counts: Uint32Array, position: number) => {
  counts[position] = (counts[position] ?? 0) + 1;
};
const bumpAll = (counts: Uint32Array, positions: readonly number[]) => {
  for (const position of positions) bump(counts, position);
};

/** Rule 5: an entry counts for a filter's choices if it passes all the other filters, whether or not that one. */
export function createFacetCounter(index: EntryIndex) {
  const ordinals = index.meetings.map(({ ordinal }) => ordinal);
  const group = new Uint32Array(index.groups.length);
  const field = new Uint32Array(index.fields.length);
  const party = new Uint32Array(index.parties.length);
  const kind = new Uint32Array(index.kinds.length);
  const meeting = new Uint32Array(ordinals.length);
  const status = new Uint32Array(index.statuses.length);
  const exchangeYear = new Uint32Array(index.exchangeYears.length);
  const account = new Uint32Array(index.accounts.length);
  const person = new Uint32Array(index.people.length);
  return {
    add(entry: IndexedEntry, fails: number): void {
      const passesBut = (own: number) => (fails & ~own) === 0;
      if (passesBut(FAILS.group)) bumpAll(group, entry.groups);
      if (passesBut(FAILS.field)) bumpAll(field, entry.fields);
      if (passesBut(FAILS.party)) bump(party, entry.party);
      if (passesBut(FAILS.kind)) bump(kind, entry.kind);
      if (passesBut(FAILS.meeting)) bump(meeting, entry.meeting);
      if (passesBut(FAILS.status)) bump(status, entry.status);
      if (passesBut(FAILS.exchangeYear)) bumpAll(exchangeYear, entry.exchangeYears);
      if (passesBut(FAILS.reportedBy)) bumpAll(account, entry.accounts);
      if (passesBut(FAILS.coChair)) bumpAll(person, index.chairs[entry.meeting] ?? []);
    },
    toFacets: (): Facets => ({
      group: toCounts(index.groups, group),
      field: toCounts(index.fields, field),
      party: toCounts(index.parties, party),
      kind: toCounts(index.kinds, kind),
      meeting: toCounts(ordinals, meeting),
      status: toCounts(index.statuses, status),
      exchangeYear: toCounts(index.exchangeYears, exchangeYear),
      reportedBy: toCounts(index.accounts, account),
      coChair: toCounts(index.people, person),
    }),
  };
}
