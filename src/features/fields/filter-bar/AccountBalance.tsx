import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useChangedSearch } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { leadingWords } from '#src/record/accounts/side-words.ts';
import { Link } from '#src/ui/Link.tsx';
import { useLate } from '#src/ui/waiting/use-late.ts';
import styles from './AccountBalance.module.css';

interface Props {
  summary: FieldSummary;
  isEarlier: boolean;
}

/** Whose accounts most of what the filters let through rests on, where any accounts lead. */
export function AccountBalance({ summary, isEarlier }: Props) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const search = useChangedSearch();
  const isLate = useLate(isEarlier);
  const words = leadingWords(summary, mechanism, i18n);
  if (words === null) return null;
  return (
    <p className={`${styles.balance} ${isLate ? styles.late : ''}`}>
      {words}{' '}
      <Link to={{ search: search({ arrange: 'account' }), hash: '#entries' }}>
        {i18n.t('accounts.see')}
      </Link>
    </p>
  );
}
