import { addDays, precisionOf } from '#src/api/edtf.ts';
import type { CalendarItem, CalendarItemList } from '#src/api/schemas/calendar.ts';
import type { LanguageMap, Mechanism } from '#src/api/schemas/common.ts';

/** RFC 5545: a content line has at most 75 octets; what follows is a line that starts with a space. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** Commas, semicolons, backslashes and line ends stand for something in a TEXT value. */
function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
}

const toBasicDate = (day: string) => day.replaceAll('-', '');

type ToName = (name: LanguageMap) => string;

/** The record's own words: a sentence where there is one, else what the item is named after and its number. */
function summaryOf(item: CalendarItem, title: string, toName: ToName): string {
  if (item.text) return item.text.text;
  const name = item.commission ? toName(item.commission.name) : title;
  const number = item.meeting ?? item.session;
  return number === null ? name : `${name} (${number})`;
}

function toEvent(
  item: CalendarItem,
  mechanism: Mechanism,
  title: string,
  toName: ToName,
): string[] {
  const isFolded = (value: string | null | undefined): value is string => typeof value === 'string';
  const description = [
    item.exchangeYear && toName(item.exchangeYear.name),
    item.source?.title,
  ].filter(isFolded);
  const categories = [item.kind, ...item.fields.map(({ name }) => toName(name))];
  return [
    'BEGIN:VEVENT',
    `UID:${item.id}@${mechanism.id}.invalid`,
    `DTSTAMP:${toBasicDate(mechanism.dataDate)}T000000Z`,
    `DTSTART;VALUE=DATE:${toBasicDate(item.date)}`,
    `DTEND;VALUE=DATE:${toBasicDate(addDays(item.date, 1))}`,
    `SUMMARY:${escapeText(summaryOf(item, title, toName))}`,
    ...(description.length > 0 ? [`DESCRIPTION:${escapeText(description.join('\n'))}`] : []),
    ...(item.place ? [`LOCATION:${escapeText(toName(item.place.name))}`] : []),
    `CATEGORIES:${categories.map(escapeText).join(',')}`,
    ...(item.source ? [`URL:${item.source.url}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const LEFT_OUT = {
  en: 'Dates known only to the month or the year are not in this calendar',
  zh: '仅知年份或月份的日期未列入本日历',
  ru: 'События, известные с точностью до месяца или года, в календарь не включены',
};

/**
 * The list as iCalendar (RFC 5545, RFC 7986). Only day-precise items become events, since an event needs a day; the
 * calendar's description says how many others there are.
 */
export function toCalendarFile(
  list: CalendarItemList,
  mechanism: Mechanism,
  lang: keyof typeof LEFT_OUT,
): string {
  const toName: ToName = (name) => name[lang] ?? name.en;
  const title = toName(list.title);
  const precise = list.items.filter(({ date }) => precisionOf(date) === 'day');
  const others = list.items.length - precise.length;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Communique//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(title)}`,
    `X-WR-CALNAME:${escapeText(title)}`,
    ...(others > 0 ? [`DESCRIPTION:${escapeText(`${LEFT_OUT[lang]}: ${others}`)}`] : []),
    `LAST-MODIFIED:${toBasicDate(mechanism.dataDate)}T000000Z`,
    ...precise.flatMap((item) => toEvent(item, mechanism, title, toName)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
