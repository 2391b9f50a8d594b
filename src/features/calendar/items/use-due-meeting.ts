import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';

import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { meetingEntriesQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { dueMeeting, isOverdue, type DueMeeting } from './due-meeting.ts';

/** The meeting that is due after the last one held; null where nothing says so, or while its entries are not there yet. */
export function useDueMeeting() {
  const api = useApi();
  const { meetings } = useRecord();
  const { asOf } = useAsOf();
  const held = meetings.find(({ date }) => !isAfter(date, asOf));
  const entries = useQuery({
    ...meetingEntriesQuery(api, held?.ordinal ?? 0),
    enabled: held !== undefined,
  });
  const said = entries.data?.items;
  const due = useMemo(
    () => (held === undefined || said === undefined ? null : dueMeeting(said, held)),
    [held, said],
  );
  return { due, entries, isOpen: held !== undefined && said === undefined };
}

/** How a meeting that is due is told, as of the shown day, and where the sentence stands that says so. */
export function useDueWords() {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  return useCallback(
    (due: DueMeeting) => {
      const by = due.entry.meeting.ordinal;
      const values = { ordinal: due.ordinal, date: date(due.date), by };
      return {
        words: t(isOverdue(due, asOf) ? 'calendar.meetingWasDue' : 'calendar.meetingDue', values),
        to: linkTo(paths.meeting(by), {}, `#entry-${due.entry.id}`),
      };
    },
    [t, date, asOf, linkTo],
  );
}
