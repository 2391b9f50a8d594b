import type { Meeting } from '#src/api/schemas/meetings.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo, useMeetingEvidence } from '#src/address/links.ts';
import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import { spanBetween } from '#src/lib/dates/months-between.ts';
import { CoChairs } from '#src/record/CoChairs.tsx';
import { placeWords } from '#src/record/place-words.ts';
import { Link } from '#src/ui/Link.tsx';
import styles from './CompareFacts.module.css';
import { formatWords } from '#src/record/value-words.ts';

function Side({ meeting }: { meeting: Meeting }) {
  const i18n = useI18n();
  const { t, date } = i18n;
  const linkTo = useLinkTo();
  const evidence = useMeetingEvidence(meeting);
  const { ordinal, place, venue, format, entries, fields, sources } = meeting;
  const page = paths.meeting(ordinal);
  return (
    <section className={styles.side}>
      <h3>
        <Link to={linkTo(page)}>{t('meetings.title', { ordinal })}</Link>
      </h3>
      <p>
        <time dateTime={meeting.date}>{date(meeting.date)}</time>
        {' · '}
        {(place !== null || format !== 'video') && `${placeWords(meeting, i18n)} · `}
        {venue !== null && (
          <>
            <Name of={meeting.venueName ?? { en: venue }} />
            {' · '}
          </>
        )}
        {formatWords(format, { t })}
      </p>
      <p className={styles.counts}>
        <Link to={evidence()}>{t('meetings.entryCount', { count: entries })}</Link>
        <Link to={linkTo(page, {}, '#fields')}>{t('meetings.fieldCount', { count: fields })}</Link>
        <Link to={linkTo(page, {}, '#sources')}>
          {t('meetings.sourceCount', { count: sources.length })}
        </Link>
      </p>
      <CoChairs coChairs={meeting.coChairs} isCompact />
    </section>
  );
}

/** The two meetings at a glance, the first on the left. */
export function CompareFacts({ a, b }: { a: Meeting; b: Meeting }) {
  const { t } = useI18n();
  const [earlier, later] = [a.date, b.date].toSorted();
  const span = spanBetween(earlier ?? a.date, later ?? b.date);
  return (
    <>
      <div className={styles.sides}>
        <Side meeting={a} />
        <Side meeting={b} />
      </div>
      {a.ordinal !== b.ordinal && (
        <p className={styles.between}>
          {span === null
            ? t('compare.betweenUnknown')
            : t(span.isAbout ? 'compare.betweenAbout' : 'compare.between', { months: span.months })}
        </p>
      )}
    </>
  );
}
