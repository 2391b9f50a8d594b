import { memo, type ReactNode, type Ref } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import type { EntryColumn } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { EvidenceMark } from '#src/record/EvidenceMark.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { KindLabel } from '#src/record/KindLabel.tsx';
import { MarkedText } from '#src/record/MarkedText.tsx';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { PartyLabel } from '#src/record/PartyLabel.tsx';
import { Reference } from '#src/record/evidence/Reference.tsx';
import styles from './EntriesTable.module.css';
import { evidenceWords } from '#src/record/value-words.ts';

interface Props {
  ref: Ref<HTMLTableRowElement>;
  entry: Entry;
  columns: readonly EntryColumn[];
  /** The text filter, whose words are marked. */
  words: string;
  /** The row's place in the whole list, from 0. */
  row: number;
  isSelected: boolean;
  /** True for the row that Tab stops at. */
  isStop: boolean;
}

interface CellProps extends Pick<Props, 'entry' | 'words'> {
  /** True where the status has a column of its own. */
  hasStatus: boolean;
}

const CELLS: Record<EntryColumn, (props: CellProps) => ReactNode> = {
  meeting: ({ entry }) => (
    <MeetingLink ordinal={entry.meeting.ordinal} date={entry.meeting.date} entry={entry.id} />
  ),
  kind: ({ entry }) => <KindLabel kind={entry.kind} />,
  party: ({ entry }) => <PartyLabel party={entry.party} />,
  field: ({ entry: { fields } }) =>
    // One alone is no list.
    fields.length < 2 ? (
      fields.map((field) => <FieldTag key={field.id} field={field} />)
    ) : (
      <ul className={styles.fields}>
        {fields.map((field) => (
          <li key={field.id}>
            <FieldTag field={field} />
          </li>
        ))}
      </ul>
    ),
  text: ({ entry, words }) => <MarkedText of={entry} words={words} />,
  source: ({ entry, hasStatus }) => (
    <Reference fact={entry} status={entry.status} entry={entry} hasStatusBeside={hasStatus} />
  ),
  status: ({ entry }) => <EvidenceMark status={entry.status} />,
};

/** One entry as a row; the text filter's words are marked in its text. */
export const EntryRow = memo(function EntryRow(props: Props) {
  const { ref, entry, columns, words, row, isSelected, isStop } = props;
  const { t } = useI18n();
  const hasStatus = columns.includes('status');
  return (
    <tr
      ref={ref}
      data-index={row}
      data-part={`entry-${entry.id}`}
      // The heading is the first.
      aria-rowindex={row + 2}
      aria-current={isSelected ? 'true' : undefined}
      tabIndex={isStop ? 0 : -1}
      className={styles.row}
    >
      {columns.map((column) => (
        <td
          key={column}
          className={styles[column]}
          dir={column === 'text' ? 'auto' : undefined}
          aria-label={column === 'status' ? evidenceWords(entry.status, { t }) : undefined}
        >
          {CELLS[column]({ entry, words, hasStatus })}
        </td>
      ))}
    </tr>
  );
});
