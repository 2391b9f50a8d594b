import { useParameter } from '#src/address/use-address.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { byAccount } from '#src/lib/accounts.ts';
import { Segmented } from '#src/ui/controls/Segmented.tsx';
import { balanceWords } from '#src/record/accounts/side-words.ts';
import styles from './ArrangeSwitch.module.css';

/** Whether the entries stand by what was done or by whose accounts they rest on, and how the accounts are balanced. */
export function ArrangeSwitch({ entries }: { entries: readonly Entry[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { mechanism } = useRecord();
  const [arrange, setArrange] = useParameter('arrange');
  return (
    <div className={styles.arrange}>
      <div className="no-print">
        <Segmented
          label={t('accounts.arrange')}
          isLabelHidden
          options={[
            { value: 'kind', label: t('accounts.arrange-kind') },
            { value: 'account', label: t('accounts.arrange-account') },
          ]}
          value={arrange}
          onChange={setArrange}
        />
      </div>
      {entries.length > 0 && (
        <p className={styles.balance}>
          {balanceWords(byAccount(entries, mechanism.parties), mechanism, i18n)}
        </p>
      )}
    </div>
  );
}
