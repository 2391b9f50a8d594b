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
export function evidenceOf({
  source,
  locator = null,
  quote,
  evidence,
}: Supported): readonly Evidence[] {
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
