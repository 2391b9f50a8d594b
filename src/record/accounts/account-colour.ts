import type { Mechanism } from '#src/api/schemas/common.ts';
import { THIRD } from '#src/lib/accounts.ts';
import { partyColour } from '../colours.ts';

/**
 * The colour of an account, as the contract names it; null where nobody's is known. Grey for what neither side tells, so that it
 * is not taken for what both do.
 */
export const accountColour = (mechanism: Mechanism, account: string | null): string =>
  account === null || account === THIRD ? 'var(--rule-strong)' : partyColour(mechanism, account);
