import { useMemo } from 'react';

import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toDayNumber } from '#src/lib/dates/day-number.ts';
import { useToday } from '#src/ui/use-today.ts';
import type { DateLine } from './figure-layout.ts';
import type { NamedBand } from './layout-bands.ts';
import { shortNames } from './short-names.ts';
import { fullWindow, type TimeWindow } from './time-window.ts';
import { lastDay } from '#src/api/edtf.ts';

/**
 * What every drawing of the bands shows: the exchange years by name, the lines, and the stretch that holds it all.
 * @param span the first and last date of other things that the drawing shows
 */
export function useFigureData(span?: { from: string; to: string }): {
  bands: NamedBand[];
  lines: DateLine[];
  bounds: TimeWindow;
  /** The day around which a drawing that cannot show it all is drawn: the as-of date, or the end of a record that ended before. */
  centre: number;
} {
  const { mechanism, meetings, exchangeYears } = useRecord();
  const { asOf, isAsOfChosen } = useAsOf();
  const i18n = useI18n();
  const now = useToday();
  const { from, to } = span ?? {};
  const bands = useMemo(() => {
    const names = shortNames(exchangeYears.map(({ name }) => i18n.name(name)));
    return exchangeYears.map((exchangeYear, index) => ({
      exchangeYear,
      own: names[index] ?? i18n.name(exchangeYear.name),
      field: i18n.name(exchangeYear.field.name),
    }));
  }, [exchangeYears, i18n]);
  const lines = useMemo(() => {
    const todayLine: DateLine = {
      id: 'today',
      day: toDayNumber(now),
      label: i18n.t('calendar.lineToday', { date: i18n.date(now, 'short') }),
    };
    if (!isAsOfChosen) return [{ ...todayLine, id: 'as-of' as const }];
    const label = i18n.t('calendar.lineAsOf', { date: i18n.date(asOf, 'short') });
    const asOfLine: DateLine = { id: 'as-of', day: toDayNumber(asOf), label };
    return asOf === now ? [asOfLine] : [asOfLine, todayLine];
  }, [asOf, isAsOfChosen, now, i18n]);
  const bounds = useMemo(
    () =>
      fullWindow(
        [
          mechanism.since,
          ...meetings.map(({ date }) => date),
          ...exchangeYears.map(({ years }) => years),
          ...[from, to].filter((date) => date !== undefined),
        ],
        now,
      ),
    [mechanism.since, meetings, exchangeYears, from, to, now],
  );
  const centre = useMemo(() => {
    const ends = [...meetings.map(({ date }) => date), ...exchangeYears.map(({ years }) => years)];
    const last = ends.map(lastDay).toSorted().at(-1);
    return toDayNumber(last === undefined || last > asOf ? asOf : last);
  }, [meetings, exchangeYears, asOf]);
  return { bands, lines, bounds, centre };
}
