import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { itemTitle } from '../items/mark-words.ts';
import { dayOf } from './year-months.ts';

/** A day and all that is on it: what its mark shows, in words. */
export function dayWords(
  day: string,
  items: readonly CalendarItem[],
  asOf: string,
  i18n: Translator,
): string {
  const { t, date } = i18n;
  const titles = items.map((item) => {
    const title = itemTitle(item, i18n).text;
    const place = dayOf(item, day);
    return place.count === 1 ? title : t('calendar.dayOf', { title, ...place });
  });
  const whole = [date(day), ...titles];
  return (day === asOf ? [...whole, t('calendar.asOfDay')] : whole).join(t('calendar.join'));
}
