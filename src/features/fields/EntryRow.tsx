import type { Entry } from '#src/api/schemas/entries.ts';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { EvidenceMark } from '#src/record/EvidenceMark.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { KindLabel } from '#src/record/KindLabel.tsx';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { PartyLabel } from '#src/record/PartyLabel.tsx';
import { SourceCitation } from '#src/record/SourceCitation.tsx';
import styles from './EntriesTable.module.css';
import { matchParts } from './match-parts.ts';

interface Props {
  entry: Entry;
  /** The text filter, whose words are marked. */
  query: string;
  /** The row's place in the whole table where not all of its rows are there. */
  rowIndex?: number | undefined;
}

/** One entry as a row; the text filter's words are marked in its text. */
export function EntryRow({ entry, query, rowIndex }: Props) {
  const { t } = useI18n();
  const { mechanism, taxonomy } = useView();
  return (
    <tr aria-rowindex={rowIndex}>
      <td className={styles.meeting}>
        <MeetingLink ordinal={entry.meeting.ordinal} date={entry.meeting.date} entry={entry.id} />
      </td>
      <td className={styles.kind}>
        <KindLabel kind={entry.kind} />
      </td>
      <td className={styles.party}>
        <PartyLabel mechanism={mechanism} party={entry.party} />
      </td>
      <td className={styles.field}>
        <ul className={styles.fields}>
          {entry.fields.map((field) => (
            <li key={field.id}>
              <FieldTag field={field} taxonomy={taxonomy} />
            </li>
          ))}
        </ul>
      </td>
      <td className={styles.text} lang={entry.lang}>
        {matchParts(entry.text, query).map(({ text, isMatch, start }) =>
          isMatch ? <mark key={start}>{text}</mark> : text,
        )}
      </td>
      <td className={styles.source}>
        <SourceCitation source={entry.source} locator={entry.locator} />
      </td>
      <td className={styles.status} aria-label={t(`record.evidence-${entry.status}`)}>
        <EvidenceMark status={entry.status} />
      </td>
    </tr>
  );
}
