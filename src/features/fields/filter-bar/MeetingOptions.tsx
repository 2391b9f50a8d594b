import { memo } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { MeetingMark } from './meeting-ends.ts';

interface Props {
  id: string;
  meetings: readonly MeetingMark[];
}

/** What a typed end of the range can be picked from; put into words once, not with every choice. */
export const MeetingOptions = memo(function MeetingOptions({ id, meetings }: Props) {
  const { t, date } = useI18n();
  return (
    <datalist id={id}>
      {meetings.map((meeting) => (
        <option key={meeting.ordinal} value={meeting.date}>
          {t('filters.meetingOption', {
            ordinal: meeting.ordinal,
            date: date(meeting.date, 'short'),
          })}
        </option>
      ))}
    </datalist>
  );
});
