import { addDays, precisionOf } from '#src/api/edtf.ts';
import type {
  CalendarItem,
  CalendarItemKind,
  CalendarItemList,
} from '#src/api/schemas/calendar.ts';
import type { LanguageMap, Mechanism } from '#src/api/schemas/common.ts';
import { toDayNumber } from './day-number.ts';

const OCTETS_AT_MOST = 75;

/** RFC 5545: a content line has at most 75 octets; what follows is a line that starts with a space. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > OCTETS_AT_MOST) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** Commas, semicolons, backslashes and line ends stand for something in a TEXT value; control characters are not allowed. */
function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n|\r|\n/g, '\n')
    .replaceAll(/[\p{Cc}--[\n\t]]/gv, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');
}

const toBasicDate = (day: string) => day.replaceAll('-', '');

export const CALENDAR_FILE_TYPE = 'text/calendar; charset=utf-8';
export type CalendarFileLanguage = 'en' | 'zh' | 'ru';

/** The words of a file that leaves the app; they are here because a server writes the same file. */
const WORDS: Record<
  CalendarFileLanguage,
  { leftOut: string; kinds: Record<CalendarItemKind, string> }
> = {
  en: {
    leftOut: 'Dates known only to the month or the year are not in this calendar',
    kinds: {
      meeting: 'Meeting',
      announced: 'Announcement',
      opening: 'Opening',
      closing: 'Closing',
      event: 'Event',
      session: 'Commission session',
    },
  },
  zh: {
    leftOut: '仅知年份或月份的日期未列入本日历',
    kinds: {
      meeting: '会晤',
      announced: '宣布',
      opening: '开幕',
      closing: '闭幕',
      event: '活动',
      session: '委员会会议',
    },
  },
  ru: {
    leftOut: 'События, известные с точностью до месяца или года, в календарь не включены',
    kinds: {
      meeting: 'Встреча',
      announced: 'Объявление',
      opening: 'Открытие',
      closing: 'Закрытие',
      event: 'Событие',
      session: 'Заседание комиссии',
    },
  },
};

interface Writing {
  mechanism: Mechanism;
  title: string;
  lang: CalendarFileLanguage;
  toName: (name: LanguageMap) => string;
}

/** The record's own words: a sentence where there is one, else what the item is named after and its number. */
function summaryOf(
  item: CalendarItem,
  { title, toName }: Writing,
): { text: string; lang?: string } {
  if (item.text) return item.text;
  const name = item.commission ? toName(item.commission.name) : title;
  const number = item.meeting ?? item.session;
  return { text: number === null ? name : `${name} (${number})` };
}

function toEvent(item: CalendarItem, writing: Writing): string[] {
  const { mechanism, lang, toName } = writing;
  const summary = summaryOf(item, writing);
  const description = [item.exchangeYear && toName(item.exchangeYear.name), item.source?.title]
    .filter((line) => typeof line === 'string')
    .join('\n');
  const categories = [WORDS[lang].kinds[item.kind], ...item.fields.map(({ name }) => toName(name))];
  const stamp = `${toBasicDate(mechanism.dataDate)}T000000Z`;
  return [
    'BEGIN:VEVENT',
    `UID:${item.id}@${mechanism.id}.invalid`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    // Rises with every edition of the record, so that importing a later one updates what an earlier one brought.
    `SEQUENCE:${toDayNumber(mechanism.dataDate)}`,
    `DTSTART;VALUE=DATE:${toBasicDate(item.date)}`,
    // The end is the first day that is no longer part of the event.
    `DTEND;VALUE=DATE:${toBasicDate(addDays(item.date, 1))}`,
    `SUMMARY;LANGUAGE=${summary.lang ?? lang}:${escapeText(summary.text)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(item.place ? [`LOCATION:${escapeText(toName(item.place.name))}`] : []),
    `CATEGORIES:${categories.map(escapeText).join(',')}`,
    ...(item.source ? [`URL:${item.source.url}`] : []),
    'STATUS:CONFIRMED',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/**
 * The list as iCalendar (RFC 5545, RFC 7986). Only day-precise items become events, since an event needs a day; the
 * calendar's description says how many others there are.
 */
export function toCalendarFile(
  list: Pick<CalendarItemList, 'title' | 'items'>,
  mechanism: Mechanism,
  lang: CalendarFileLanguage,
): string {
  const toName = (name: LanguageMap) => name[lang] ?? name.en;
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
    ...(others > 0 ? [`DESCRIPTION:${escapeText(`${WORDS[lang].leftOut}: ${others}`)}`] : []),
    `LAST-MODIFIED:${toBasicDate(mechanism.dataDate)}T000000Z`,
    ...precise.flatMap((item) => toEvent(item, { mechanism, title, lang, toName })),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
