import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useMeetingEvidence } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { EvidenceMark } from '#src/record/EvidenceMark.tsx';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
import { Link } from '#src/ui/Link.tsx';
import styles from './MeetingFacts.module.css';
import { hostWords, placeWords } from '#src/record/place-words.ts';
import { formatWords } from '#src/record/value-words.ts';

/** The facts of a meeting as a list of names and values; what the record lacks is said, not left out. */
export function MeetingFacts({ meeting }: { meeting: Meeting }) {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const { mechanism } = useRecord();
  const evidence = useMeetingEvidence(meeting);
  const { attendance, venue, format, date, status, entries, fields, sources } = meeting;
  return (
    <dl className={styles.facts}>
      <dt>{t('meetings.date')}</dt>
      <dd>
        <time dateTime={date}>{i18n.date(date)}</time>
      </dd>
      <dt>{t('meetings.place')}</dt>
      <dd>
        {placeWords(meeting, i18n)}
        {meeting.host !== null && (
          <span className="small quiet"> · {hostWords(meeting, mechanism, i18n)}</span>
        )}
      </dd>
      <dt>{t('meetings.venue')}</dt>
      <dd>
        {venue === null ? (
          t('meetings.noVenue')
        ) : (
          <RecordText of={{ text: venue, lang: 'en', translations: meeting.venueName }} />
        )}
      </dd>
      <dt>{t('meetings.format')}</dt>
      <dd>{formatWords(format, { t })}</dd>
      <dt>{t('meetings.attendance')}</dt>
      <dd className={styles.whole}>
        {attendance === null ? (
          t('meetings.noAttendance')
        ) : (
          <>
            <RecordText of={attendance} /> <Reference fact={attendance} told={attendance} />
          </>
        )}
      </dd>
      <dt>{t('meetings.evidence')}</dt>
      <dd className={styles.whole}>
        {/* A meeting's own status, which says nothing of its entries. */}
        {rich('meetings.tookPlace', { status: <EvidenceMark key="status" status={status} /> })}
        <span className={`${styles.source} small quiet`}>
          {rich('meetings.basis', {
            entries: (
              <Link key="entries" to={evidence()}>
                {t('meetings.entryCount', { count: entries })}
              </Link>
            ),
            fields: (
              <a key="fields" href="#fields">
                {t('meetings.fieldCountIn', { count: fields })}
              </a>
            ),
            sources: (
              <a key="sources" href="#sources">
                {t('meetings.sourceCount', { count: sources.length })}
              </a>
            ),
          })}
        </span>
      </dd>
    </dl>
  );
}
