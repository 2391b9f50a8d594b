import { precisionOf } from '#src/api/edtf.ts';
import type { LanguageMap } from '#src/api/schemas/common.ts';
import type { MeetingFact } from '../record.ts';
import { foldText } from './folded-text.ts';
import type { Lookup } from './lookup.ts';
import { toTraditional } from './traditional-characters.ts';

const LONG_DATE_LOCALES = ['en-GB', 'en-US', 'zh', 'ru'];

/**
 * Names as they are, in traditional characters, and once more without the spaces inside them, since "Li Qiang" is also
 * written "LiQiang".
 */
function namesText(names: readonly LanguageMap[]): string {
  const all = names.flatMap((name) => Object.values(name));
  const spellings = [...all, ...all.map(toTraditional)];
  const closed = all.filter((name) => /\s/.test(name)).map((name) => name.replaceAll(/\s+/g, ''));
  return [...new Set([...spellings, ...closed])].join('\n');
}

/** What a search looks into: names in every language, and further words. */
export function toSearchText(names: readonly LanguageMap[], words: readonly string[] = []): string {
  return foldText([namesText(names), ...words].join('\n'));
}

/** 1st, 2nd, 11th; the Chinese and Russian forms are regular. */
function ordinalWords(ordinal: number): string[] {
  const category = new Intl.PluralRules('en', { type: 'ordinal' }).select(ordinal);
  const suffix = { one: 'st', two: 'nd', few: 'rd' }[category as string] ?? 'th';
  return [`${ordinal}${suffix}`, `第${ordinal}次`, `${ordinal}-я`];
}

function dateWords(date: string): string[] {
  const precision = precisionOf(date);
  if (precision === 'year') return [date];
  const day = new Date(`${date}${precision === 'month' ? '-01' : ''}T00:00:00Z`);
  const long = LONG_DATE_LOCALES.map((locale) =>
    new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'long',
      timeZone: 'UTC',
      ...(precision === 'day' && { day: 'numeric' }),
    }).format(day),
  );
  return [date, ...long];
}

/** A meeting is found by its number, its date, its place and its co-chairs. */
export function meetingText(meeting: MeetingFact, lookup: Lookup): string {
  const place = lookup.place(meeting.place);
  return toSearchText(
    [
      ...(place ? [place.name] : []),
      ...meeting.coChairs.map(({ person }) => lookup.person(person).name),
    ],
    [...ordinalWords(meeting.ordinal), ...dateWords(meeting.date), meeting.venue ?? ''],
  );
}
