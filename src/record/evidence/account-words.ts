import type { Mechanism } from '#src/api/schemas/common.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { partyName } from '../party-name.ts';

/** Whose account a document is, in words; an id that the mechanism does not list stands for itself. */
export function accountWords(reportedBy: string, mechanism: Mechanism, i18n: Translator): string {
  if (reportedBy === 'joint') return i18n.t('evidence.account-joint');
  if (reportedBy === 'third') return i18n.t('evidence.account-third');
  return i18n.t('evidence.account', { party: partyName(mechanism, reportedBy, i18n) });
}
