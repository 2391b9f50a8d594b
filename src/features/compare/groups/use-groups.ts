import { useCallback } from 'react';

import { type Group, groupFilters } from '#src/address/groups.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { chairsOf } from '#src/record/people/chairs-of.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { isAfter } from '#src/lib/dates/as-of.ts';
import type { Filters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import type { Choice } from '#src/address/parameters.ts';
import { PERCENT_TENTHS, TENTHS } from '#src/lib/comparison.ts';

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

/** The exchange years that have begun by the as-of date: of the others there can be no meeting yet. */
export function useBegunYears() {
  const { exchangeYears } = useRecord();
  const { asOf } = useAsOf();
  return exchangeYears.filter(({ years }) => !isAfter(years, asOf));
}

/** The ordinals of the meetings held by the as-of date, from the first on. */
export function useHeldMeetings(): number[] {
  const { meetings } = useRecord();
  const { asOf } = useAsOf();
  return meetings
    .filter(({ date }) => !isAfter(date, asOf))
    .map(({ ordinal }) => ordinal)
    .toSorted((a, b) => a - b);
}

export function useGroupEvidence() {
  const linkTo = useLinkTo();
  const record = useRecord();
  return (group: Group, more: Partial<Filters> = {}) =>
    linkTo(paths.fields(), { ...groupFilters(group, record), ...more }, '#entries');
}

/** Puts a value of the scale into words, to a tenth: of a percent for a share, of an entry for a rate. */
export function useScaleWords(scale: Choice<'scale'>): (value: number) => string {
  const { number } = useI18n();
  return (value) => number(value, scale === 'share' ? PERCENT_TENTHS : TENTHS);
}
