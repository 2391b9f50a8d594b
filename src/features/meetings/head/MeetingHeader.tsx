import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useCompareLink } from '#src/address/use-compare-link.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { meetingData } from '#src/lib/structured-data.ts';
import { CitationTags } from '#src/record/cite/CitationTags.tsx';
import type { Cited } from '#src/record/cite/cited.ts';
import { CoChairs } from '#src/record/CoChairs.tsx';
import { partyName } from '#src/record/value-words.ts';
import { CiteButton } from '#src/record/cite/CiteButton.tsx';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { StructuredData } from '#src/ui/StructuredData.tsx';
import { shownAddress } from '#src/ui/shown-address.ts';
import { MeetingFacts } from './MeetingFacts.tsx';
import styles from './MeetingHeader.module.css';

interface Props {
  ordinal: number;
  /** Absent while it is on its way; the heading stands before that. */
  meeting: Meeting | undefined;
  /** The one that the address points to, if any: it is what a reference manager takes from the page. */
  entry: Entry | undefined;
}

/** The way to the neighbours for those who only leaf through; their names and dates stand at the foot. */
function TurnLinks({ meeting: { previous, next } }: { meeting: Meeting }) {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  return (
    <>
      {previous !== null && (
        <Link className={styles.link} rel="prev" to={linkTo(paths.meeting(previous))}>
          ← {t('record.meetingShort', { ordinal: previous })}
        </Link>
      )}
      {next !== null && (
        <Link className={styles.link} rel="next" to={linkTo(paths.meeting(next))}>
          {t('record.meetingShort', { ordinal: next })} →
        </Link>
      )}
    </>
  );
}

/** Which meeting, when, where, in what format, and who presided. */
export function MeetingHeader({ ordinal, meeting, entry }: Props) {
  const i18n = useI18n();
  const { t, date } = i18n;
  const { mechanism } = useRecord();
  const { asOf } = useAsOf();
  const compareLink = useCompareLink();
  const title = t('meetings.title', { ordinal });
  const page: Cited = {
    kind: 'page',
    id: `meeting-${ordinal}`,
    title: meeting ? `${title}, ${date(meeting.date)}` : title,
  };
  return (
    <div className={styles.header}>
      <PageHeading
        title={title}
        lead={i18n.name(mechanism.name)}
        actions={
          <>
            {meeting !== undefined && <TurnLinks meeting={meeting} />}
            {meeting !== undefined && meeting.previous !== null && (
              <Link className={styles.link} to={compareLink(meeting.previous, ordinal)}>
                {t('meetings.compareWithPrevious')}
              </Link>
            )}
            <CopyViewLink />
            <CiteButton look="bordered" what={page} />
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
          </>
        }
      />
      {meeting !== undefined && (
        <>
          <CitationTags what={entry ? { kind: 'entry', entry } : page} />
          <StructuredData
            data={meetingData(meeting, mechanism, {
              title,
              url: shownAddress().href,
              name: i18n.name,
            })}
          />
          {isAfter(meeting.date, asOf) && (
            <Notice tone="warn">{t('meetings.notYetHeld', { asOf: date(asOf) })}</Notice>
          )}
          <div className={styles.columns}>
            <MeetingFacts meeting={meeting} />
            <section aria-label={t('meetings.coChairs')}>
              {meeting.coChairs.length === 0 ? (
                <p>{t('meetings.noCoChairs')}</p>
              ) : (
                <>
                  <CoChairs coChairs={meeting.coChairs} />
                  {mechanism.parties
                    .filter(({ id }) => !meeting.coChairs.some(({ party }) => party === id))
                    .map(({ id }) => (
                      <p key={id}>
                        {t('meetings.noCoChair', { party: partyName(mechanism, id, i18n) })}
                      </p>
                    ))}
                </>
              )}
            </section>
          </div>
        </>
      )}
    </div>
  );
}
