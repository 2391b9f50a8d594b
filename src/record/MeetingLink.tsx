import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';

interface Props {
  ordinal: number;
  /** An EDTF date; shown after the name where given. */
  date?: string;
  /** The id of an entry to go to on the meeting's page. */
  entry?: string;
}

/** A meeting by its ordinal, leading to its page. */
export function MeetingLink({ ordinal, date, entry }: Props) {
  const i18n = useI18n();
  const linkTo = useLinkTo();
  const hash = entry === undefined ? '' : `#entry-${entry}`;
  return (
    <>
      <Link to={linkTo(paths.meeting(ordinal), {}, hash)}>
        {i18n.t('record.meetingShort', { ordinal })}
      </Link>
      {date !== undefined && (
        <>
          {', '}
          <time dateTime={date}>{i18n.date(date, 'short')}</time>
        </>
      )}
    </>
  );
}
