import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';

import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { meetingEntriesQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { lastDay } from '#src/api/edtf.ts';
import type { Entry } from '#src/api/schemas/entries.ts';

/** The meeting that is due after the last one held; null where nothing says so, or while its entries are not there yet. */
export function useDueMeeting() {
  const api = useApi();
  const { meetings } = useRecord();
  const { asOf } = useAsOf();
  const held = meetings.find(({ date }) => !isAfter(date, asOf));
  const entries = useQuery({
    ...meetingEntriesQuery(api, held?.ordinal ?? 0),
    enabled: held !== undefined,
  });
  const said = entries.data?.items;
  const due = useMemo(
    () => (held === undefined || said === undefined ? null : dueMeeting(said, held)),
    [held, said],
  );
  return { due, entries, isOpen: held !== undefined && said === undefined };
}

/** How a meeting that is due is told, as of the shown day, and where the sentence stands that says so. */
export function useDueWords() {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  return useCallback(
    (due: DueMeeting) => {
      const by = due.entry.meeting.ordinal;
      const values = { ordinal: due.ordinal, date: date(due.date), by };
      return {
        words: t(isOverdue(due, asOf) ? 'calendar.meetingWasDue' : 'calendar.meetingDue', values),
        to: linkTo(paths.meeting(by), {}, `#entry-${due.entry.id}`),
      };
    },
    [t, date, asOf, linkTo],
  );
}

/** A meeting that is not on record, of which an entry says in what year it is due. */
export interface DueMeeting {
  ordinal: number;
  /** `2026`. */
  date: string;
  entry: Entry;
}

/** True where its year has passed by a day (`YYYY-MM-DD`). */
export const isOverdue = ({ date }: DueMeeting, asOf: string): boolean => lastDay(date) < asOf;

type Announcing = Pick<Entry, 'text' | 'translations' | 'quote'>;

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Up to 99, as an ordinal stands in Chinese texts: 三十一. */
function inChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`;
}

/** What names the meeting of an ordinal, or the next one, in the languages of read-outs. */
function namesOf(ordinal: number): RegExp {
  const meeting = '(?:regular |regularly scheduled )?meeting';
  const names = [
    `(?<!\\d)${ordinal}(?:st|nd|rd|th) ${meeting}`,
    `\\bnext ${meeting}`,
    `(?<!\\d)${ordinal}-[а-я]{1,2} (?:регулярн[а-я]+ |очередн[а-я]+ )?встреч`,
    `(?:следующ|очередн)[а-я]+ (?:регулярн[а-я]+ )?встреч`,
    `第(?:${ordinal}${ordinal < 100 ? `|${inChinese(ordinal)}` : ''})次(?:定期)?会晤`,
    `下(?:一)?次(?:定期)?会晤`,
  ];
  return new RegExp(names.join('|'), 'i');
}

const YEAR = /(?<!\d)[12]\d{3}(?!\d)/g;

/** The languages in which an entry says what it says, each by itself. */
const textsOf = ({ text, translations, quote }: Announcing) => [
  text,
  ...Object.values(translations ?? {}),
  ...(quote === undefined ? [] : [quote.text]),
];

/** The one year, no earlier than the meeting before, that a text names. */
function yearIn(text: string, earliest: string): string | null {
  const [year, ...others] = new Set(text.match(YEAR)?.filter((one) => one >= earliest));
  return year !== undefined && others.length === 0 ? year : null;
}

/**
 * What the announcements of the last meeting held say of the one after it: a year, where one of them names that meeting
 * and one year. A sentence that names two years, or a meeting of something else, says nothing here.
 */
export function dueMeeting(
  entries: readonly Entry[],
  held: { ordinal: number; date: string },
): DueMeeting | null {
  const ordinal = held.ordinal + 1;
  const names = namesOf(ordinal);
  for (const entry of entries.filter(({ kind }) => kind === 'announcement'))
    for (const text of textsOf(entry)) {
      const date = names.test(text) ? yearIn(text, held.date.slice(0, 4)) : null;
      if (date !== null) return { ordinal, date, entry };
    }
  return null;
}
