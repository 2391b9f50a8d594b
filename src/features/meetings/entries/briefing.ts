import type { Field } from '#src/api/schemas/common.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import { actOf } from '#src/lib/entry-kinds.ts';

/** What one party (or both, as `joint`) did. */
export interface PartyColumn {
  party: string;
  entries: Entry[];
}

/** A field of which both parties speak, with what each of them says, in the order of the parties. */
export interface AlignedRow {
  field: Field;
  columns: PartyColumn[];
}

/** A meeting's entries as a briefing reads them; each entry stands in it exactly once. */
export interface Briefing {
  signed: PartyColumn[];
  announced: PartyColumn[];
  said: {
    /** Where both parties speak of the same field. */
    aligned: AlignedRow[];
    /** What each party says of fields that the other does not mention. */
    apart: PartyColumn[];
    joint: Entry[];
  };
  /** Of kinds that are newer than this app. */
  other: PartyColumn[];
}

const byParty = (entries: readonly Entry[], order: readonly string[]): PartyColumn[] => {
  const others = [...new Set(entries.map(({ party }) => party))].filter(
    (party) => !order.includes(party),
  );
  return [...order, ...others.toSorted()]
    .map((party) => ({ party, entries: entries.filter((entry) => entry.party === party) }))
    .filter((column) => column.entries.length > 0);
};

/** The fields of which every one of the parties has an entry. */
function fieldsInCommon(entries: readonly Entry[], parties: readonly string[]): Set<string> {
  const speakers = new Map<string, Set<string>>();
  for (const { fields, party } of entries) {
    for (const { id } of fields) speakers.set(id, (speakers.get(id) ?? new Set()).add(party));
  }
  const common = [...speakers].filter(([, who]) => parties.every((party) => who.has(party)));
  return new Set(common.map(([id]) => id));
}

function alignByField(entries: readonly Entry[], parties: readonly string[]) {
  const rows = new Map<string, { field: Field; entries: Entry[] }>();
  const rest: Entry[] = [];
  const common = fieldsInCommon(entries, parties);
  for (const entry of entries) {
    const field = entry.fields.find(({ id }) => common.has(id));
    if (field === undefined) rest.push(entry);
    else {
      const row = rows.get(field.id) ?? { field, entries: [] };
      row.entries.push(entry);
      rows.set(field.id, row);
    }
  }
  const aligned: AlignedRow[] = [];
  for (const row of rows.values()) {
    const columns = parties.map((party) => ({
      party,
      entries: row.entries.filter((entry) => entry.party === party),
    }));
    // An entry of several fields stands under the first one only, which may leave the other party's cell of its
    // second field alone: such a row aligns nothing.
    if (columns.every((column) => column.entries.length > 0))
      aligned.push({ field: row.field, columns });
    else rest.push(...row.entries);
  }
  return { aligned, rest };
}

/** Arranges entries, which come in the record's order and keep it within each column. */
export function toBriefing(entries: readonly Entry[], parties: readonly string[]): Briefing {
  const order = ['joint', ...parties];
  const acts = Map.groupBy(entries, ({ kind }) => actOf(kind));
  const said = acts.get('said') ?? [];
  const ownWords = said.filter(({ party }) => party !== 'joint');
  const { aligned, rest } = alignByField(ownWords, parties);
  const inOrder = new Map(entries.map((entry, index) => [entry.id, index]));
  const place = (entry: Entry) => inOrder.get(entry.id) ?? 0;
  return {
    signed: byParty(acts.get('signed') ?? [], order),
    announced: byParty(acts.get('announced') ?? [], order),
    said: {
      aligned,
      apart: byParty(
        rest.toSorted((x, y) => place(x) - place(y)),
        parties,
      ),
      joint: said.filter(({ party }) => party === 'joint'),
    },
    other: byParty(acts.get('other') ?? [], order),
  };
}
