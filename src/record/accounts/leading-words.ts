import type { Mechanism } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { leadingAccount, THIRD } from '#src/lib/accounts.ts';
import { partyName } from '../party-name.ts';

/** Whose accounts alone carry most of what a summary counts; null where none lead, or the backend does not say. */
export function leadingWords(
  { accounts = [], total: { entries: total } }: Pick<FieldSummary, 'accounts' | 'total'>,
  mechanism: Mechanism,
  i18n: Translator,
): string | null {
  const leading = leadingAccount(accounts, total);
  if (leading === null) return null;
  const { value, entries: count } = leading;
  return i18n.t('accounts.leads', {
    how: count === total ? 'all' : 2 * count > total ? 'most' : 'part',
    of: value === THIRD ? 'third' : 'party',
    party: partyName(mechanism, value, i18n),
    count,
    total,
  });
}
