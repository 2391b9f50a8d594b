import type { Mechanism } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import type { Source } from '#src/api/schemas/sources.ts';
import type { Translator } from '#src/i18n/translator.ts';
import {
  balanceOf,
  leadingAccount,
  THIRD,
  type AccountColumn,
  type Side,
} from '#src/lib/accounts.ts';
import { partyName } from '../value-words.ts';

/** Whose accounts have an entry, as the heading of a column. */
export function sideWords(side: Side, mechanism: Mechanism, i18n: Translator): string {
  if (side.of !== 'party') return i18n.t(`accounts.side-${side.of}`);
  return i18n.t('accounts.side-party', { party: partyName(mechanism, side.party, i18n) });
}

/** How much of the entries rests on one side's accounts alone. */
export function balanceWords(
  columns: readonly AccountColumn<unknown>[],
  mechanism: Mechanism,
  i18n: Translator,
): string {
  const { total, most } = balanceOf(columns);
  if (most === null) {
    const unknown = columns.find(({ side }) => side.of === 'nobody')?.facts.length ?? 0;
    return i18n.t('accounts.balanceNone', { total, unknown });
  }
  const party = partyName(mechanism, most.party, i18n);
  return i18n.t('accounts.balance', {
    party,
    count: most.count,
    total,
    isMost: String(2 * most.count > total),
  });
}

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

/** For how many of some meetings accounts of a party were read. */
export interface AccountsRead {
  meetings: number;
  of: (party: string) => number;
}

/** Of one meeting, by its documents. */
export const readOfMeeting = (sources: readonly Pick<Source, 'reportedBy'>[]): AccountsRead => ({
  meetings: 1,
  of: (party) => (sources.some(({ reportedBy }) => reportedBy === party) ? 1 : 0),
});

/** Of several meetings, by the columns of a summary; null where the backend does not say, as before contract 1.6. */
export function readOfMeetings(columns: FieldSummary['columns']): AccountsRead | null {
  if (columns.some(({ accounts }) => accounts === undefined)) return null;
  const isOf = (party: string) => (column: (typeof columns)[number]) =>
    column.accounts?.some(({ value }) => value === party) === true;
  return { meetings: columns.length, of: (party) => columns.filter(isOf(party)).length };
}

/**
 * What the other sides' silence means: that something is in none of their accounts can be said only where one was read,
 * and of several meetings with for how many of them. Nothing is said of what both sides have, or thirds.
 */
export function silenceWords(
  { side, facts }: { side: Side; facts: { length: number } },
  { meetings, of }: AccountsRead,
  mechanism: Mechanism,
  i18n: Translator,
): string[] {
  if (side.of !== 'party') return [];
  const words = (id: string, silent: 'accounts.noneAlone' | 'accounts.notInAny') => {
    const [party, read] = [partyName(mechanism, id, i18n), of(id)];
    if (read === 0)
      return i18n.t(meetings === 1 ? 'accounts.unread' : 'accounts.unreadOfAll', { party });
    const said = i18n.t(silent, { party });
    if (read === meetings) return said;
    return i18n.t('accounts.readOfSome', { said, party, read, meetings });
  };
  if (facts.length === 0) return [words(side.party, 'accounts.noneAlone')];
  return mechanism.parties
    .filter(({ id }) => id !== side.party)
    .map(({ id }) => words(id, 'accounts.notInAny'));
}
