/** Whose accounts a fact rests on, and what follows from that: a side's own words, both sides', a third's. */
import type { LocalText } from '#src/api/schemas/common.ts';
import type { Evidence, Source } from '#src/api/schemas/sources.ts';

/** The account of neither party, among those of the parties and the joint ones. */
export const THIRD = 'third';
/** A text that both parties agreed. */
export const JOINT = 'joint';

/** What any fact of the record says of its support. */
export interface Supported {
  source: Source | null;
  locator?: string | null | undefined;
  quote?: LocalText | undefined;
  evidence?: readonly Evidence[] | undefined;
}

/** All the evidence of a fact, what it was coded from first; also of a backend from before contract 1.3. */
export function evidenceOf(props: Supported): readonly Evidence[] {
  const { source, locator = null, quote, evidence } = props;
  if (evidence !== undefined) return evidence;
  return source === null ? [] : [{ source, locator, ...(quote && { quote }) }];
}

/** Whose accounts some evidence is, each once: a party's id, `joint` or `third`. */
export function accountsOf(evidence: readonly { source: Pick<Source, 'reportedBy'> }[]): string[] {
  return [...new Set(evidence.flatMap(({ source }) => source.reportedBy ?? []))];
}

/** What a fact is of a meeting that two sides tell of: one side's alone, both sides', a third's, or nobody's known. */
export type Side = { of: 'party'; party: string } | { of: 'both' | 'third' | 'nobody' };

/**
 * The one place of a fact among the accounts: both sides' if each has it or they agreed a text of it; one side's if only
 * that one has it, whoever else does; a third's if no side has it.
 */
export function sideOf(accounts: readonly string[], parties: readonly { id: string }[]): Side {
  const own = parties.filter(({ id }) => accounts.includes(id));
  const [first] = own;
  if (accounts.includes(JOINT) || own.length > 1) return { of: 'both' };
  if (first !== undefined) return { of: 'party', party: first.id };
  return { of: accounts.includes(THIRD) ? 'third' : 'nobody' };
}

/** The sides in their order: the first party, what both have, the other parties, thirds. */
export function sidesOf(parties: readonly { id: string }[]): Exclude<Side, { of: 'nobody' }>[] {
  const [first, ...others] = parties.map(({ id }) => ({ of: 'party' as const, party: id }));
  return [...(first ? [first] : []), { of: 'both' }, ...others, { of: 'third' }];
}

/** A side as the contract names it; null where nobody's account is known. */
export function sideName(side: Side): string | null {
  if (side.of === 'party') return side.party;
  return { both: JOINT, third: THIRD, nobody: null }[side.of];
}

/** The facts of one place among the accounts. */
export interface AccountColumn<Fact> {
  side: Side;
  facts: Fact[];
}

/**
 * Facts by their place among the accounts, in their order; each stands once. The first party, what both have, the other
 * parties: these always; thirds, and nobody's known, where there are any.
 * @param isDue where facts are still to come
 */
export function byAccount<Fact extends Supported>(
  facts: readonly Fact[],
  parties: readonly { id: string }[],
  isDue?: (side: Side) => boolean,
): AccountColumn<Fact>[] {
  const placed = Map.groupBy(facts, (fact) =>
    sideName(sideOf(accountsOf(evidenceOf(fact)), parties)),
  );
  return [...sidesOf(parties), { of: 'nobody' } as const]
    .map((side) => ({ side, facts: placed.get(sideName(side)) ?? [] }))
    .filter(
      ({ side, facts: own }) =>
        ['party', 'both'].includes(side.of) || own.length > 0 || isDue?.(side),
    );
}

/**
 * Whose accounts alone carry more of so many entries than any others do, by the counts of a summary: a party's or a third's.
 * Null where what both sides have, or what nobody's known account has, is as much.
 */
export function leadingAccount(
  counts: readonly { value: string; entries: number }[],
  total: number,
): { value: string; entries: number } | null {
  const unknown = counts.reduce((left, { entries }) => left - entries, total);
  const [first, second] = counts.toSorted((a, b) => b.entries - a.entries);
  if (first === undefined || first.value === JOINT) return null;
  return first.entries > Math.max(second?.entries ?? 0, unknown) ? first : null;
}

/** How many facts there are, and which side's accounts alone carry most of them, if any side's do. */
export function balanceOf(columns: readonly AccountColumn<unknown>[]): {
  total: number;
  most: { party: string; count: number } | null;
} {
  const alone = columns.flatMap(({ side, facts }) =>
    side.of === 'party' && facts.length > 0 ? [{ party: side.party, count: facts.length }] : [],
  );
  return {
    total: columns.reduce((sum, { facts }) => sum + facts.length, 0),
    most: alone.toSorted((a, b) => b.count - a.count)[0] ?? null,
  };
}
