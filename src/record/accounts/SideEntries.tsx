import { useRecord } from '#src/api/RecordContext.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { AccountColumn } from '#src/lib/accounts.ts';
import { EntryStack } from '../evidence/EntryStack.tsx';
import { silenceWords } from './side-words.ts';
import styles from './SideEntries.module.css';

interface Props {
  column: AccountColumn<Entry>;
  /** The documents that were read for the meeting. */
  sources: Meeting['sources'];
}

/** The entries of a meeting that one side's accounts have, after what the other sides' silence means. */
export function SideEntries({ column, sources }: Props) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  return (
    <>
      {silenceWords(column, sources, mechanism, i18n).map((words) => (
        <p key={words} className={styles.silence}>
          {words}
        </p>
      ))}
      <EntryStack entries={column.facts} />
    </>
  );
}
