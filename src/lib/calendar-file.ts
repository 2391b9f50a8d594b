import ICAL from 'ical.js';

import { shownName } from './native-name.ts';
import { shownText } from './shown-text.ts';
import {
  addDays,
  FIRST_DAY,
  firstDay,
  intervalOf,
  LAST_DAY,
  lastDay,
  precisionOf,
} from '#src/api/edtf.ts';
import type {
  CalendarItem,
  CalendarItemKind,
  CalendarItemList,
} from '#src/api/schemas/calendar.ts';
import type { LanguageMap, Mechanism } from '#src/api/schemas/common.ts';
import { toDayNumber } from './dates/day-number.ts';

// A content line has at most 75 octets; the library does not count the space that each line but the first begins with.
ICAL.foldLength = 74;

const TEXT = { defaultType: 'text' };
/** RFC 7986's properties of type TEXT are not known to the library, and a text without its type would not be escaped. */
const DESIGN = {
  ...ICAL.design.icalendar,
  property: { ...ICAL.design.icalendar.property, name: TEXT, color: TEXT, 'x-wr-calname': TEXT },
};

/** jCal, RFC 7265: a property's name, its parameters, the type of its value, and the value or values. */
type Property = [string, Record<string, string>, string, ...(string | number)[]];

const property = (name: string, type: string, ...values: (string | number)[]): Property => [
  name,
  {},
  type,
  ...values,
];

/** As the standard has it: line ends are one character, other control characters are not allowed. */
const clean = (value: string) =>
  value.replaceAll(/\r\n|\r/g, '\n').replaceAll(/[\p{Cc}--[\n\t]]/gv, '');

const text = (name: string, ...values: string[]) => property(name, 'text', ...values.map(clean));

export const CALENDAR_FILE_TYPE = 'text/calendar; charset=utf-8';
/** How often a program that follows the calendar may look for changes: an edition is the work of days. */
const REFRESH = 'P1D';
/** A name of CSS, as RFC 7986 has it; a reader's program may show another. */
const COLOUR = 'teal';
type WrittenLanguage = 'en' | 'zh' | 'ru';

/** The words of a file that leaves the app; they are here because a server writes the same file. */
const WORDS: Record<WrittenLanguage, { leftOut: string; kinds: Record<CalendarItemKind, string> }> =
  {
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

const isWritten = (lang: string): lang is WrittenLanguage => Object.hasOwn(WORDS, lang);
/** The file's own words, in English where it has none of a language. */
const wordsIn = (lang: string) => WORDS[isWritten(lang) ? lang : 'en'];

interface Writing {
  mechanism: Mechanism;
  title: LanguageMap;
  lang: string;
  toName: (name: LanguageMap) => string;
}

/** The record's own words: a sentence where there is one, else what the item is named after and its number. */
function summaryOf(item: CalendarItem, { title, lang }: Writing): Property {
  const name = shownName(item.commission?.name ?? title, lang);
  const number = item.meeting ?? item.session;
  const own = number === null ? name : { ...name, text: `${name.text} (${number})` };
  const summary = item.text === null ? own : shownText(item.text, lang);
  return ['summary', { language: summary.lang }, 'text', clean(summary.text)];
}

/** The number of an edition's day, from 1 on in any year. */
const sequenceOf = ({ dataDate }: Mechanism) =>
  toDayNumber(firstDay(dataDate)) - toDayNumber(FIRST_DAY) + 1;

/** The day of the edition as the time of the last change, as the record knows no finer one. */
const stampOf = ({ dataDate }: Mechanism) => `${firstDay(dataDate)}T00:00:00Z`;

function toEvent(item: CalendarItem, writing: Writing): [string, Property[], []] {
  const { mechanism, lang, toName } = writing;
  const description = [item.exchangeYear && toName(item.exchangeYear.name), item.source?.title]
    .filter((line) => typeof line === 'string')
    .join('\n');
  const categories = [
    wordsIn(lang).kinds[item.kind] ?? item.kind,
    ...item.fields.map(({ name }) => toName(name)),
  ];
  const days = intervalOf(item);
  const properties = [
    text('uid', `${item.id}@${mechanism.id}.invalid`),
    property('dtstamp', 'date-time', stampOf(mechanism)),
    property('last-modified', 'date-time', stampOf(mechanism)),
    // Rises with every edition of the record, so that importing a later one updates what an earlier one brought.
    property('sequence', 'integer', sequenceOf(mechanism)),
    property('dtstart', 'date', firstDay(days)),
    // The end is the first day that is no longer part of the event; after the last one of the calendar there is none.
    ...(lastDay(days) === LAST_DAY ? [] : [property('dtend', 'date', addDays(lastDay(days), 1))]),
    summaryOf(item, writing),
    ...(description === '' ? [] : [text('description', description)]),
    ...(item.place ? [text('location', toName(item.place.name))] : []),
    text('categories', ...categories),
    ...(item.source ? [property('url', 'uri', item.source.url)] : []),
    text('status', 'CONFIRMED'),
    text('transp', 'TRANSPARENT'),
  ];
  return ['vevent', properties, []];
}

/**
 * The list as iCalendar (RFC 5545, RFC 7986). Only day-precise items become events, since an event needs a day; the
 * calendar's description says how many others there are.
 * @param address where a calendar program can ask for the same list again, if it can anywhere
 */
export function toCalendarFile(
  list: Pick<CalendarItemList, 'title' | 'items'>,
  mechanism: Mechanism,
  lang: string,
  address: string | null = null,
): string {
  const toName = (name: LanguageMap) => shownName(name, lang).text;
  const title = toName(list.title);
  const precise = list.items.filter(({ date }) => precisionOf(date) === 'day');
  const others = list.items.length - precise.length;
  const properties = [
    text('version', '2.0'),
    text('prodid', '-//Communique//Calendar//EN'),
    text('calscale', 'GREGORIAN'),
    text('method', 'PUBLISH'),
    text('name', title),
    text('x-wr-calname', title),
    ...(others > 0 ? [text('description', `${wordsIn(lang).leftOut}: ${others}`)] : []),
    property('last-modified', 'date-time', stampOf(mechanism)),
    property('refresh-interval', 'duration', REFRESH),
    ...(address === null ? [] : [property('source', 'uri', address)]),
    text('color', COLOUR),
  ];
  const events = precise.map((item) =>
    toEvent(item, { mechanism, title: list.title, lang, toName }),
  );
  return `${ICAL.stringify.component(['vcalendar', properties, events], DESIGN)}\r\n`;
}
