import type { Translator } from '#src/i18n/translator.ts';
import { statusAsOf } from '#src/lib/dates/as-of.ts';
import type { NamedBand } from './layout-bands.ts';

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
