import type { FieldList, Mechanism } from '#src/api/schemas/common.ts';
import { THIRD } from '#src/lib/accounts.ts';

const PARTY_COLOURS = ['var(--party-1)', 'var(--party-2)'];
const GROUP_COLOURS = 7;

/** The colour of a party by its place in the API's list; anything else, such as `joint`, has the joint colour. */
export function partyColour(mechanism: Mechanism, partyId: string): string {
  const index = mechanism.parties.findIndex(({ id }) => id === partyId);
  return PARTY_COLOURS[index] ?? 'var(--party-joint)';
}

/** The colour of a group by its place in the API's list; an eighth group starts again, told apart by its label. */
export function groupColour(taxonomy: FieldList, groupId: string): string {
  const index = taxonomy.groups.findIndex(({ id }) => id === groupId);
  return `var(--group-${((index < 0 ? GROUP_COLOURS - 1 : index) % GROUP_COLOURS) + 1})`;
}

/**
 * The colour of an account, as the contract names it; null where nobody's is known. Grey for what neither side tells, so that it
 * is not taken for what both do.
 */
export const accountColour = (mechanism: Mechanism, account: string | null): string =>
  account === null || account === THIRD ? 'var(--rule-strong)' : partyColour(mechanism, account);
