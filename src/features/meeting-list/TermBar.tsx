import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyColour } from '#src/record/colours.ts';
import styles from './MeetingsTimeline.module.css';
import type { PlacedTerm } from './timeline.ts';

interface Props {
  placed: PlacedTerm;
  top: number;
}

/** From the first to the last meeting that a person co-chaired in a row, with the person's name on it. */
export function TermBar({ placed: { person, term, at, width }, top }: Props) {
  const { t, name, date } = useI18n();
  const { mechanism } = useRecord();
  const count = t('meetings.meetingCount', { count: term.meetings.length });
  const span =
    term.from === term.to
      ? date(term.from, 'short')
      : `${date(term.from, 'short')} – ${date(term.to, 'short')}`;
  return (
    <li
      className={styles.term}
      style={{ insetInlineStart: `${100 * at}%`, width: `${100 * width}%`, top }}
      title={`${name(person.name)}, ${name(term.office.name)}: ${span}, ${count}`}
    >
      <span className={styles.termLabel}>{name(person.name)}</span>
      <span className="visually-hidden">
        , {span}, {count}
      </span>
      <span
        className={styles.bar}
        style={{ background: partyColour(mechanism, person.party) }}
        aria-hidden="true"
      />
    </li>
  );
}
