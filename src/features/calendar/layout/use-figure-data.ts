import { useMemo } from 'react';

import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toDayNumber } from '#src/lib/dates/day-number.ts';
import { useToday } from '#src/ui/use-today.ts';
import type { DateLine } from './figure-layout.ts';
import type { NamedBand } from './layout-bands.ts';
import { fullWindow, type TimeWindow } from './time-window.ts';
import { lastDay } from '#src/api/edtf.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { statusAsOf } from '#src/lib/dates/as-of.ts';

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

/** What stands in brackets explains a name; a label has no room for it. */
const IN_BRACKETS = /\s*[(（][^)）]*[)）]/g;
/** Scripts written without spaces may be cut after any character. */
const IS_UNSPACED = /[\u2E80-\u9FFF\uAC00-\uD7AF]/;

function commonStart(names: readonly string[]): number {
  const [first = '', ...others] = names;
  let length = 0;
  while (length < first.length && others.every((name) => name[length] === first[length])) length++;
  if (IS_UNSPACED.test(first)) return length;
  return first.lastIndexOf(' ', Math.max(0, length - 1)) + 1;
}

/**
 * Names cut down to what tells them apart: without brackets, and without the words that all of them start with. The
 * result has the order of `names`.
 */
export function shortNames(names: readonly string[]): string[] {
  const bare = names.map((name) => name.replaceAll(IN_BRACKETS, '').trim() || name);
  if (bare.length < 2) return bare;
  const start = commonStart(bare);
  return bare.every((name) => name.length - start >= 2)
    ? bare.map((name) => name.slice(start))
    : bare;
}

/** What the calendar says as of a date, in one line: what is under way and what comes next. */
export function calendarFinding(
  bands: readonly NamedBand[],
  asOf: string,
  { t, list }: Translator,
): string {
  if (bands.length === 0) return t('calendar.title');
  const named = (...statuses: string[]) =>
    bands
      .filter(({ exchangeYear }) => statuses.includes(statusAsOf(exchangeYear, asOf)))
      .map(({ own }) => own);
  const parts = [
    ['calendar.findingUnderWay', named('under-way')],
    ['calendar.findingConcluding', named('concluding')],
    ['calendar.findingUpcoming', named('upcoming')],
  ] as const;
  const said = parts.flatMap(([key, names]) =>
    names.length === 0 ? [] : [t(key, { names: list(names) })],
  );
  return said.length === 0 ? t('calendar.findingNone') : said.join(t('calendar.joinFindings'));
}
