import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { Link } from '#src/ui/Link.tsx';
import { CalendarItemLine } from '../items/CalendarItemLine.tsx';
import type { FigureStage } from './figure-stage.ts';
import styles from './figure.module.css';
import { itemsWords, meetingsWords, meetingWords } from '../items/mark-words.ts';
import type { OpenedMarks } from './opened-of.ts';

interface Props {
  opened: OpenedMarks;
  stage: FigureStage;
  onClose: () => void;
}

/** Lists the things that share a mark, each with the way to it. */
export function OpenedMark({ opened, stage, onClose }: Props) {
  const i18n = useI18n();
  const { mechanism, asOf } = stage;
  const title =
    opened.kind === 'meetings'
      ? meetingsWords(opened.meetings, mechanism, asOf, i18n)
      : itemsWords(opened.items, i18n);
  return (
    <div className={styles.opened} role="status">
      <div className={styles.openedHead}>
        <strong>{title}</strong>
        <Button look="plain" onClick={onClose}>
          {i18n.t('app.close')}
        </Button>
      </div>
      <ul className={styles.openedList}>
        {opened.kind === 'meetings'
          ? opened.meetings.map((meeting) => (
              <li key={meeting.ordinal}>
                <Link to={stage.toMeeting(meeting.ordinal)}>
                  {meetingWords(meeting, mechanism, asOf, i18n)}
                </Link>
              </li>
            ))
          : opened.items.map((item) => (
              <li key={item.id}>
                <CalendarItemLine item={item} to={stage.toItem(item)} />
              </li>
            ))}
      </ul>
    </div>
  );
}
