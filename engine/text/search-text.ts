import type { LanguageMap } from '#src/api/schemas/common.ts';
import type { MeetingFact } from '../record/record.ts';
import { foldText } from './folded-text.ts';
import { latinSpellings } from './latin-spellings.ts';
import type { Lookup } from '../answers/record-lookup.ts';
import { type OtherNames, otherNames } from './other-names.ts';
import { toTraditional } from '#src/lib/chinese/characters.ts';

/** The languages in which a reader may type a date in words. */
export const LONG_DATE_LOCALES = ['en-GB', 'en-US', 'zh', 'ru'];
const longDates = (options: Intl.DateTimeFormatOptions) =>
  LONG_DATE_LOCALES.map(
    (locale) =>
      new Intl.DateTimeFormat(locale, {
        year: 'numeric',
        month: 'long',
        timeZone: 'UTC',
        ...options,
      }),
  );
const SAINT = /\bSt\b\.?/;

/**
 * Names as they are, in traditional characters and in other countries' Latin letters, and once more without the spaces
 * inside them, since "Li Qiang" is also written "LiQiang".
 */
function namesText(names: readonly LanguageMap[], others: OtherNames): string {
  const all = names.flatMap((name) => Object.values(name));
  const spellings = [
    ...all,
    ...all.map(toTraditional),
    ...all.flatMap(latinSpellings),
    ...all.flatMap((name) => otherNames(name, others)),
    // Saints are abbreviated in one place and written out in the next.
    ...all.flatMap((name) =>
      SAINT.test(name) ? [name.replace(SAINT, 'St.'), name.replace(SAINT, 'Saint')] : [],
    ),
  ];
  const closed = all.filter((name) => /\s/.test(name)).map((name) => name.replaceAll(/\s+/g, ''));
  return [...new Set([...spellings, ...closed])].join('\n');
}

/** What a search looks into: names in every language, and further words. */
export function toSearchText(
  { otherNames: others }: Pick<Lookup, 'otherNames'>,
  names: readonly LanguageMap[],
  words: readonly string[] = [],
): string {
  return foldText([namesText(names, others), ...words].join('\n'));
}

const NUMERALS = '〇一二三四五六七八九';

/** A number below a hundred in Chinese numerals: 28 is 二十八. */
function chineseNumber(value: number): string {
  if (value >= 100) return '';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return NUMERALS.charAt(ones);
  return `${tens === 1 ? '' : NUMERALS.charAt(tens)}十${ones === 0 ? '' : NUMERALS.charAt(ones)}`;
}

/** What a meeting is called by its number: "28th meeting", "第28次会晤", "28-я встреча" and their like. */
export function ordinalNames(ordinal: number): string[] {
  const category = new Intl.PluralRules('en', { type: 'ordinal' }).select(ordinal);
  const suffix = { one: 'st', two: 'nd', few: 'rd' }[category as string] ?? 'th';
  return [
    `${ordinal}`,
    `${ordinal}${suffix}`,
    `${ordinal}${suffix} meeting`,
    `${ordinal}${suffix} regular meeting`,
    `meeting ${ordinal}`,
    `#${ordinal}`,
    `№${ordinal}`,
    `№ ${ordinal}`,
    `no. ${ordinal}`,
    ...[`${ordinal}`, chineseNumber(ordinal)].flatMap((number) => [
      `第${number}次`,
      `第${number}次会晤`,
      `第${number}次定期会晤`,
    ]),
    `${ordinal}-я`,
    `${ordinal}-я встреча`,
    `${ordinal}-я регулярная встреча`,
    `встреча ${ordinal}`,
  ];
}

/** Made once, when a date is first spelled out: to make them takes longer than all that they write. */
let formats: Record<'months' | 'days', readonly Intl.DateTimeFormat[]> | undefined;

/** A date as people type it: in figures, the day or the year first, and in words, in every language. */
function dateWords(date: string): string[] {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return [date];
  const start = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  formats ??= { months: longDates({}), days: longDates({ day: 'numeric' }) };
  const inWords = (some: readonly Intl.DateTimeFormat[]) => some.map((one) => one.format(start));
  const parts = day === undefined ? [year, month] : [year, month, day];
  const figures = ['.', '/', ''].flatMap((sign) => [
    parts.join(sign),
    parts.toReversed().join(sign),
  ]);
  return [
    date,
    ...figures,
    ...inWords(formats.months),
    ...(day === undefined ? [] : inWords(formats.days)),
  ];
}

/** A meeting is found by its number, its date, its place and its co-chairs. */
export function meetingText(meeting: MeetingFact, lookup: Lookup): string {
  const place = lookup.place(meeting.place);
  return toSearchText(
    lookup,
    [
      ...(place ? [place.name] : []),
      ...meeting.coChairs.map(({ person }) => lookup.person(person).name),
    ],
    [
      ...ordinalNames(meeting.ordinal),
      ...dateWords(meeting.date),
      meeting.venue ?? '',
      ...Object.values(meeting.venueName ?? {}),
    ],
  );
}
