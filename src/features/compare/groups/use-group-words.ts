import { useCallback } from 'react';

import type { Group } from '#src/address/groups.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { chairsOf } from '#src/record/people/chairs-of.ts';

/** Puts a group into words of the current language; an id that no list has stays as it is. */
export function useGroupWords(): (group: Group) => string {
  const { t, name, date } = useI18n();
  const { meetings, exchangeYears } = useRecord();
  return useCallback(
    (group) => {
      if (group.kind === 'meeting') return t('record.meetingShort', { ordinal: group.ordinal });
      if (group.kind === 'range')
        return t('compare.range', { from: String(group.from), to: String(group.to) });
      const isOwn = ({ id }: { id: string }) => id === group.id;
      if (group.kind === 'coChair') {
        const person = chairsOf(meetings).find(isOwn);
        return person === undefined ? group.id : name(person.name);
      }
      const year = exchangeYears.find(isOwn);
      return year === undefined ? group.id : `${name(year.field.name)} ${date(year.years)}`;
    },
    [t, name, date, meetings, exchangeYears],
  );
}
