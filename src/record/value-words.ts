import { DataStatus, EvidenceStatus, knownOf, type Mechanism } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import { MeetingFormat } from '#src/api/schemas/meetings.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { JOINT, THIRD } from '#src/lib/accounts.ts';

// The values of enumerations in words. One that is newer than this app has no words here and stands as it was given; one
// that is added to the contract does not compile until the catalogues have its words.
type Words = Pick<Translator, 't'>;

export function kindWords(given: string, { t }: Words): string {
  const kind = knownOf(EntryKind, given);
  return kind === null ? given : t(`record.kind-${kind}`);
}

export function evidenceWords(given: string, { t }: Words): string {
  const status = knownOf(EvidenceStatus, given);
  return status === null ? given : t(`record.evidence-${status}`);
}

export function formatWords(given: string, { t }: Words): string {
  const format = knownOf(MeetingFormat, given);
  return format === null ? given : t(`meetings.format-${format}`);
}

export function dataStatusWords(given: string, { t }: Words): string {
  const status = knownOf(DataStatus, given);
  return status === null ? given : t(`app.data-${status}`);
}

/** A party's name, or the word for both together or for third parties; an id that the mechanism does not list stands for itself. */
export function partyName(mechanism: Mechanism, partyId: string, { t, name }: Translator): string {
  if (partyId === JOINT) return t('record.joint');
  if (partyId === THIRD) return t('record.third');
  const party = mechanism.parties.find(({ id }) => id === partyId);
  return party ? name(party.name) : partyId;
}
