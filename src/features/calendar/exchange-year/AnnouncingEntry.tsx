import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { MAX_LIMIT } from '#src/api/params.ts';
import { entriesQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { placeWords } from '#src/record/place-words.ts';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import styles from './exchange-year.module.css';

interface Props {
  exchangeYear: string;
  /** The meeting's ordinal. */
  meeting: number;
  /** The id of the entry that is the evidence. */
  entry: string;
}

/** The meeting at which an exchange year was announced: where it was, the entry's own words, and where they are written. */
export function AnnouncingEntry({ exchangeYear, meeting, entry }: Props) {
  const i18n = useI18n();
  const { meetings } = useRecord();
  const params = { exchangeYear: [exchangeYear], meeting: [meeting], limit: MAX_LIMIT };
  const entries = useQuery(entriesQuery(useApi(), params));
  const held = meetings.find(({ ordinal }) => ordinal === meeting);
  const evidence = entries.data?.items.find(({ id }) => id === entry);
  return (
    <>
      <p>
        {i18n.t('calendar.announcedAt')} <MeetingLink ordinal={meeting} entry={entry} />
        {held && <span className={styles.place}>{placeWords(held, i18n)}</span>}
      </p>
      <LostAnswers of={[entries]} />
      {evidence && (
        <p>
          <RecordText of={evidence} />{' '}
          <Reference fact={evidence} status={evidence.status} entry={evidence} />
        </p>
      )}
    </>
  );
}
