import type { Mechanism } from '#src/api/schemas/common.ts';
import type { SummaryColumn } from '#src/api/schemas/entries.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { partyName } from '#src/record/value-words.ts';

type Read = Pick<SummaryColumn, 'sources' | 'accounts'>;

/** How many documents of a meeting were read and whose accounts they are; null where that is not known of the column. */
export function readWords(
  { sources, accounts = [] }: Read,
  mechanism: Mechanism,
  i18n: Translator,
): string | null {
  if (sources === undefined) return null;
  const whose = accounts.map(
    (account) => `${partyName(mechanism, account.value, i18n)} ${i18n.number(account.sources)}`,
  );
  return i18n.t('fields.read', {
    count: sources,
    isTold: String(whose.length > 0),
    accounts: i18n.list(whose),
  });
}

/** The parties of whose accounts nothing was read for a meeting, each in a sentence; none where that is not known. */
export function unreadWords(
  { sources, accounts }: Read,
  mechanism: Mechanism,
  i18n: Translator,
): string[] {
  if (accounts === undefined || sources === 0) return [];
  return mechanism.parties
    .filter(({ id }) => !accounts.some(({ value }) => value === id))
    .map(({ id }) => i18n.t('accounts.unread', { party: partyName(mechanism, id, i18n) }));
}
