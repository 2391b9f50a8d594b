import { useCallback } from 'react';
import type { To } from 'react-router';

import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';

/** Where a dated thing is told in full: its meeting, its exchange year, its commission, or else its year's calendar. */
export function useItemLink(): (item: CalendarItem) => To {
  const linkTo = useLinkTo();
  return useCallback(
    ({ id, meeting, exchangeYear, commission, date }) => {
      if (meeting !== null) return linkTo(paths.meeting(meeting));
      if (exchangeYear !== null) {
        return linkTo(paths.exchangeYear(exchangeYear.id), {}, `#event-${date}`);
      }
      if (commission !== null) return linkTo(paths.people(), {}, `#body-${commission.id}`);
      return linkTo(paths.calendarYear(Number(date.slice(0, 4))), {}, `#item-${id}`);
    },
    [linkTo],
  );
}
