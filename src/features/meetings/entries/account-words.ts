import type { Mechanism } from '#src/api/schemas/common.ts';
import type { Source } from '#src/api/schemas/sources.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { balanceOf, type AccountColumn, type Side } from '#src/lib/accounts.ts';
import { partyName } from '#src/record/party-name.ts';

/** Whose accounts have an entry, as the heading of a column. */
export function sideWords(side: Side, mechanism: Mechanism, i18n: Translator): string {
  if (side.of !== 'party') return i18n.t(`meetings.account-${side.of}`);
  return i18n.t('meetings.account-party', { party: partyName(mechanism, side.party, i18n) });
}

/** How much of the entries rests on one side's accounts alone. */
export function balanceWords(
  columns: readonly AccountColumn<unknown>[],
  mechanism: Mechanism,
  i18n: Translator,
): string {
  const { total, most } = balanceOf(columns);
  if (most === null) return i18n.t('meetings.balanceNone', { total });
  const party = partyName(mechanism, most.party, i18n);
  return i18n.t('meetings.balance', {
    party,
    count: most.count,
    total,
    isMost: String(2 * most.count > total),
  });
}

/**
 * What the other sides' silence means: that something is in none of their accounts can be said only where one was read.
 * Nothing is said of what both sides have, or thirds.
 */
export function silenceWords(
  { side, facts }: AccountColumn<unknown>,
  sources: readonly Pick<Source, 'reportedBy'>[],
  mechanism: Mechanism,
  i18n: Translator,
): string[] {
  if (side.of !== 'party') return [];
  const isRead = (party: string) => sources.some(({ reportedBy }) => reportedBy === party);
  const words = (party: string, read: 'meetings.noneAlone' | 'meetings.notInAny') =>
    i18n.t(isRead(party) ? read : 'meetings.accountUnread', {
      party: partyName(mechanism, party, i18n),
    });
  if (facts.length === 0) return [words(side.party, 'meetings.noneAlone')];
  return mechanism.parties
    .filter(({ id }) => id !== side.party)
    .map(({ id }) => words(id, 'meetings.notInAny'));
}
