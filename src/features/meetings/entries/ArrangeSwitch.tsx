import type { Entry } from '#src/api/schemas/entries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { byAccount } from '#src/lib/accounts.ts';
import { ArrangeChoice } from '#src/record/accounts/ArrangeChoice.tsx';
import { balanceWords } from '#src/record/accounts/side-words.ts';
import styles from './ArrangeSwitch.module.css';

/** Whether the entries stand by what was done or by whose accounts they rest on, and how the accounts are balanced. */
export function ArrangeSwitch({ entries }: { entries: readonly Entry[] }) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  return (
    <div className={styles.arrange}>
      <ArrangeChoice usual="kind" />
      {entries.length > 0 && (
        <p className="small quiet">
          {balanceWords(byAccount(entries, mechanism.parties), mechanism, i18n)}
        </p>
      )}
    </div>
  );
}
