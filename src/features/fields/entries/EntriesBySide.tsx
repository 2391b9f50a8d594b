import { memo, useMemo, type Ref } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { byAccount, type Side } from '#src/lib/accounts.ts';
import { AccountColumns } from '#src/record/accounts/AccountColumns.tsx';
import { SideEntries } from '#src/record/accounts/SideEntries.tsx';
import type { AccountsRead } from '#src/record/accounts/side-words.ts';
import { EntryLine } from '#src/record/evidence/EntryLine.tsx';
import { MarkedText } from '#src/record/MarkedText.tsx';
import styles from './EntriesTable.module.css';
import type { SideCount } from '../series/use-side-counts.ts';

/** About as high as an entry is in a column. */
const LINE_HEIGHT = 130;
/** So many entries stand side by side, whatever sides they are of. */
const ABREAST = 4;

interface LineProps {
  entry: Entry;
  /** The text filter, whose words are marked. */
  words: string;
  /** Its place in the whole list, from 0. */
  row: number;
  isSelected: boolean;
  /** True for the one that Tab stops at. */
  isStop: boolean;
}

const SideLine = memo(function SideLine({ entry, words, row, isSelected, isStop }: LineProps) {
  return (
    <li
      data-index={row}
      aria-current={isSelected ? 'true' : undefined}
      tabIndex={isStop ? 0 : -1}
      className={styles.row}
    >
      <EntryLine entry={entry}>
        <MarkedText of={entry} words={words} />
      </EntryLine>
    </li>
  );
});

interface Props {
  ref: Ref<HTMLDivElement>;
  ids: readonly string[];
  entryAt: (row: number) => Entry | undefined;
  countOf: SideCount;
  /** Whose accounts were read; null where that is not known. */
  read: AccountsRead | null;
  words: string;
  selected: number;
}

/** The entries by account, each side's in a column beside the others; keys go from one to the next as in the table. */
export function EntriesBySide({ ref, ids, entryAt, countOf, read, words, selected }: Props) {
  const { t } = useI18n();
  const { parties } = useRecord().mechanism;
  const rows = useMemo(() => new Map(ids.map((id, row) => [id, row])), [ids]);
  const entries = ids.flatMap((_, row) => entryAt(row) ?? []);
  const isDue = (side: Side) => (countOf(side) ?? 0) > 0;
  const columns = byAccount(entries, parties, isDue);
  return (
    <div
      ref={ref}
      className={styles.rows}
      style={{ containIntrinsicBlockSize: (ids.length / ABREAST) * LINE_HEIGHT }}
    >
      <AccountColumns columns={columns} countOf={countOf}>
        {({ side, facts }) => (
          // Of entries that are still to come, nothing is said.
          <SideEntries column={{ side, facts }} read={facts.length === 0 ? null : read}>
            <ul>
              {facts.map((entry) => {
                const row = rows.get(entry.id) ?? 0;
                return (
                  <SideLine
                    key={entry.id}
                    entry={entry}
                    words={words}
                    row={row}
                    isSelected={row === selected}
                    isStop={row === Math.max(selected, 0)}
                  />
                );
              })}
            </ul>
            {facts.length < (countOf(side) ?? 0) && (
              <p aria-hidden="true" className={styles.coming}>
                {t('app.loading')}
              </p>
            )}
          </SideEntries>
        )}
      </AccountColumns>
    </div>
  );
}
