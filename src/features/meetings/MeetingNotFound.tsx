import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { nearestOrdinals, parseOrdinal } from './nearest-ordinals.ts';

/** Said where an address names a meeting that the record does not hold; offers the nearest that it does. */
export function MeetingNotFound({ text }: { text: string }) {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  const { meetings, hasAllMeetings } = useRecord();
  const wanted = parseOrdinal(text);
  const ordinals = meetings.map(({ ordinal }) => ordinal);
  const title =
    wanted === null
      ? t('meetings.notFoundOdd', { text })
      : t('meetings.notFoundTitle', { ordinal: wanted });
  const lead =
    ordinals.length === 0
      ? hasAllMeetings && t('meetings.notFoundEmpty')
      : t('meetings.notFoundLead', {
          count: ordinals.length,
          first: Math.min(...ordinals),
          last: Math.max(...ordinals),
        });
  const near = new Set(nearestOrdinals(ordinals, wanted ?? Math.max(...ordinals)));
  return (
    <>
      <PageHeading title={title} lead={lead} />
      <ul>
        {meetings
          .filter(({ ordinal }) => near.has(ordinal))
          .map(({ ordinal, date }) => (
            <li key={ordinal}>
              <MeetingLink ordinal={ordinal} date={date} />
            </li>
          ))}
        <li>
          <Link to={linkTo(paths.meetings())}>{t('meetings.allMeetings')}</Link>
        </li>
      </ul>
    </>
  );
}
