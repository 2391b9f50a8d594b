import type { Mechanism } from '#src/api/schemas/common.ts';
import { JOINT, THIRD } from '#src/lib/accounts.ts';
import type { Translator } from '#src/i18n/translator.ts';

/** A party's name, or the word for both together or for third parties; an id that the mechanism does not list stands for itself. */
export function partyName(mechanism: Mechanism, partyId: string, { t, name }: Translator): string {
  if (partyId === JOINT) return t('record.joint');
  if (partyId === THIRD) return t('record.third');
  const party = mechanism.parties.find(({ id }) => id === partyId);
  return party ? name(party.name) : partyId;
}
