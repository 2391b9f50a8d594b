import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { JOINT, THIRD } from '#src/lib/accounts.ts';
import { partyName } from '#src/record/party-name.ts';
import { readWords } from '../series/read-words.ts';
import styles from './EvidencePanel.module.css';

/**
 * Of a field at a meeting, for each party: how many entries its accounts have of it; that those that were read do not
 * mention it; or that none was read, so that its silence says nothing. Whatever the filters are, since under them "not
 * mentioned" would only mean "filtered out". A backend from before contract 1.6 does not say whose accounts were read:
 * nothing is claimed then.
 */
export function AccountStates({ field, meeting }: { field: string; meeting: number }) {
  const i18n = useI18n();
  const { t } = i18n;
  const api = useApi();
  const { mechanism } = useRecord();
  const of = { field: [field], meeting: [meeting] };
  const read = useQuery(summaryQuery(api, { ...of, by: 'meeting' })).data?.columns[0];
  const told = useQuery(summaryQuery(api, { ...of, by: 'reportedBy' })).data?.columns;
  if (read?.accounts === undefined || told === undefined) return null;
  const { accounts } = read;
  const worded = told.flatMap(({ key, entries: count }) => {
    const party = partyName(mechanism, key, i18n);
    if (count > 0) return [t('fields.inAccounts', { of: key, party, count })];
    if (key === JOINT || key === THIRD) return [];
    const isRead = accounts.some(({ value }) => value === key);
    return [t(isRead ? 'fields.notInAccounts' : 'accounts.unread', { party })];
  });
  return (
    <section aria-label={t('fields.inAccountsTitle')} className={styles.accounts}>
      <h3>{t('fields.inAccountsTitle')}</h3>
      <ul>
        {worded.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>{readWords(read, mechanism, i18n)}</p>
    </section>
  );
}
