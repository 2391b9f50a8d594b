import { paths } from '#src/address/paths.ts';
import { useLinkTo, useMeetingEvidence } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { PartyLabel } from '#src/record/PartyLabel.tsx';
import { PersonName } from '#src/record/PersonName.tsx';
import { placeWords } from '#src/record/place-words.ts';
import { Link } from '#src/ui/Link.tsx';
import type { MeetingRow } from './meeting-rows.ts';
import styles from './MeetingsTable.module.css';
import { formatWords } from '#src/record/value-words.ts';

/** One meeting of the table; its counts lead to what they count. */
export function MeetingTableRow({ row: { meeting, gap, isFirst } }: { row: MeetingRow }) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const { mechanism } = useRecord();
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  const evidence = useMeetingEvidence(meeting);
  const { ordinal, date, host, format, coChairs } = meeting;
  const page = paths.meeting(ordinal);
  return (
    <tr>
      <th scope="row">
        <Link to={linkTo(page)}>{t('record.meetingShort', { ordinal })}</Link>
      </th>
      <td>
        <time dateTime={date}>{i18n.date(date, 'short')}</time>
        {isAfter(date, asOf) && <span className={styles.aside}> {t('meetings.upcoming')}</span>}
      </td>
      <td>
        {placeWords(meeting, i18n)}
        {host !== null && (
          <span className={styles.host}>
            <PartyLabel mechanism={mechanism} party={host} />
          </span>
        )}
      </td>
      <td>{formatWords(format, { t })}</td>
      <td>
        <ul>
          {coChairs.map(({ party, person }) => (
            <li key={person.id}>
              <PersonName name={person.name} mechanism={mechanism} party={party} />
            </li>
          ))}
        </ul>
      </td>
      <td className={styles.number}>
        {isFirst
          ? t('meetings.gapFirst')
          : gap === null
            ? t('meetings.gapUnknown')
            : gap.isAbout
              ? t('meetings.gapAbout', { months: gap.months })
              : number(gap.months)}
      </td>
      <td className={styles.number}>
        <Link to={evidence()}>{number(meeting.entries)}</Link>
      </td>
      <td className={styles.number}>
        <Link to={linkTo(page, {}, '#fields')}>{number(meeting.fields)}</Link>
      </td>
      <td className={styles.number}>
        <Link to={linkTo(page, {}, '#sources')}>{number(meeting.sources)}</Link>
      </td>
    </tr>
  );
}
