import type { ReactNode } from 'react';

import { useRecord } from '#src/api/RecordContext.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { AccountColumn } from '#src/lib/accounts.ts';
import { EntryStack } from '../evidence/EntryStack.tsx';
import { silenceWords, type AccountsRead } from './side-words.ts';
import styles from './SideEntries.module.css';

interface Props {
  column: AccountColumn<Entry>;
  /** Whose accounts were read; null where that is not known, so that silence says nothing. */
  read: AccountsRead | null;
  /** The entries, where they are not of one meeting. */
  children?: ReactNode;
}

/** The entries that one side's accounts have, after what the other sides' silence means. */
export function SideEntries({ column, read, children }: Props) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const words = read === null ? [] : silenceWords(column, read, mechanism, i18n);
  return (
    <>
      {words.map((one) => (
        <p key={one} className={`${styles.silence} small quiet`}>
          {one}
        </p>
      ))}
      <div className={styles.entries}>{children ?? <EntryStack entries={column.facts} />}</div>
    </>
  );
}
