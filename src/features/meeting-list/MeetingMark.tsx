import { precisionOf } from '#src/api/edtf.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { partyColour } from '#src/record/colours.ts';
import { placeWords } from '#src/record/place-words.ts';
import { Link } from '#src/ui/Link.tsx';
import styles from './MeetingsTimeline.module.css';
import type { PlacedMeeting } from './timeline.ts';

interface Props {
  placed: PlacedMeeting;
  /** A CSS length. */
  top: string;
}

/** One meeting: its ordinal in a disc of its host's colour, hollow without a host, broken where it is still to come. */
export function MeetingMark({ placed: { meeting, at, days }, top }: Props) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  const { ordinal, date, host } = meeting;
  const precision = precisionOf(date);
  const isToCome = isAfter(date, asOf);
  const words = i18n.t('meetings.markLabel', {
    title: i18n.t('meetings.title', { ordinal }),
    date:
      precision === 'day'
        ? i18n.date(date)
        : i18n.t(`calendar.known-${precision}`, { date: i18n.date(date) }),
    place: placeWords(meeting, i18n),
  });
  const label = isToCome ? `${words} (${i18n.t('meetings.upcoming')})` : words;
  const isFilled = host !== null && !isToCome;
  return (
    <li>
      {days !== null && (
        <span
          className={styles.days}
          style={{
            insetInlineStart: `${100 * days.from}%`,
            width: `${100 * (days.to - days.from)}%`,
            top,
          }}
        />
      )}
      <span className={styles.place} style={{ insetInlineStart: `${100 * at}%`, top }}>
        <Link
          to={linkTo(paths.meeting(ordinal))}
          className={styles.mark}
          data-host={mechanism.parties.findIndex(({ id }) => id === host)}
          data-look={isFilled ? 'filled' : isToCome ? 'to-come' : 'hollow'}
          style={{
            ...(isFilled && { background: partyColour(mechanism, host) }),
            borderColor: host === null ? 'var(--ink-2)' : partyColour(mechanism, host),
          }}
          title={label}
        >
          <span aria-hidden="true">{ordinal}</span>
          <span className="visually-hidden">{label}</span>
        </Link>
      </span>
    </li>
  );
}
