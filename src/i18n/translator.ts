import { IntlMessageFormat } from 'intl-messageformat';
import type { ReactNode } from 'react';

import type { LanguageMap } from '#src/api/schemas/common.ts';
import { precisionOf } from '#src/api/edtf.ts';
import { shownName } from '#src/lib/native-name.ts';
import { localeOf, type Language } from './languages.ts';
import type {
  Area,
  Catalogue,
  CompiledMessage,
  FileCatalogue,
  LateCatalogue,
  MessageKey,
} from './messages.ts';

export type Values = Record<string, string | number>;
export type RichValues = Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>;

/** Everything that turns data and message keys into words of one language. */
export interface Translator {
  language: Language;
  locale: string;
  /** A message as text. Dates and names go in already formatted; numbers go in as numbers. */
  t: (key: MessageKey, values?: Values) => string;
  /** A message with elements in it: `<b>…</b>` in the message calls the function of that name. */
  rich: (key: MessageKey, values: RichValues) => ReactNode;
  /** A name in the interface's language, else in English. */
  name: (names: LanguageMap) => string;
  /** An EDTF date or interval, never more precise than it is. */
  date: (edtf: string, style?: 'long' | 'short') => string;
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  list: (items: readonly string[]) => string;
  /** How long ago something was that many milliseconds ago: “3 minutes ago”. */
  ago: (milliseconds: number) => string;
  /** When so many seconds are over, and never too early: “in 3 minutes”. */
  afterSeconds: (seconds: number) => string;
  /** The same language with further words too: one translator for all who ask with the same ones. */
  with: (words: MoreWords) => Translator;
}

type MoreWords = LateCatalogue | FileCatalogue;

export function createTranslator(
  language: Language,
  catalogue: Catalogue,
  more: readonly MoreWords[] = [],
): Translator {
  const locale = localeOf(language);
  const cache = new Map<MessageKey, Pick<IntlMessageFormat, 'format'>>();
  // Made at the first list, since making it costs more than most first views need.
  let listFormat: Intl.ListFormat | undefined;
  const whole = new Map<MoreWords, Translator>();
  const words: Partial<Record<Area, Record<string, CompiledMessage>>>[] = [catalogue, ...more];
  const message = (key: MessageKey) => {
    const known = cache.get(key);
    if (known) return known;
    const [area, ...rest] = key.split('.') as [Area, ...string[]];
    const name = rest.join('.');
    const compiled = words.map((areas) => areas[area]?.[name]).find((found) => found !== undefined);
    if (compiled === undefined) throw new Error(`No message ${key} in ${language}`);
    const format =
      typeof compiled === 'string'
        ? { format: () => compiled }
        : new IntlMessageFormat(compiled, locale);
    cache.set(key, format);
    return format;
  };
  // Most words on screen have no values in them, and are asked for again with every drawing.
  const plainWords = new Map<MessageKey, string>();
  const plain = (key: MessageKey) => {
    const known = plainWords.get(key) ?? String(message(key).format());
    plainWords.set(key, known);
    return known;
  };
  return {
    language,
    locale,
    t: (key, values) => (values === undefined ? plain(key) : String(message(key).format(values))),
    rich: (key, values) => message(key).format<ReactNode>(values) as ReactNode,
    name: (names) => shownName(names, language).text,
    date: (edtf, style = 'long') => formatDate(edtf, locale, style),
    number: (value, options) => formatNumber(value, locale, options),
    list: (items) => {
      listFormat ??= new Intl.ListFormat(locale, { type: 'conjunction' });
      return listFormat.format(items);
    },
    ago: (milliseconds) => formatAgo(milliseconds, locale),
    afterSeconds: (seconds) => formatAfter(seconds * 1000, locale),
    with: (added) => {
      const known = whole.get(added) ?? createTranslator(language, catalogue, [...more, added]);
      whole.set(added, known);
      return known;
    },
  };
}

// Making one takes far longer than using it, and drawings format hundreds of values in a frame.
const formatters = new Map<string, Intl.DateTimeFormat>();
const numberFormatters = new Map<string, Intl.NumberFormat>();

const PARTS: Record<string, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  'month-short': { year: 'numeric', month: 'short' },
  'day-short': { year: 'numeric', month: 'short', day: 'numeric' },
};

function formatter(locale: string, parts: string): Intl.DateTimeFormat {
  const key = `${locale} ${parts}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...PARTS[parts], timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}

/** One EDTF date in words; a year stays a bare number in every language, as it stands in tables and on axes. */
function formatOne(date: string, locale: string, style: 'long' | 'short'): string {
  const precision = precisionOf(date);
  // Year 0 is one that calendars in words do not have.
  if (precision === 'year' || date.startsWith('0000')) return date;
  const iso = precision === 'month' ? `${date}-01` : date;
  const parts = style === 'short' ? `${precision}-short` : precision;
  return formatter(locale, parts).format(new Date(`${iso}T00:00:00Z`));
}

/** An EDTF date or interval in words, only as precise as it is: `2022/2023` becomes 2022–2023. */
export function formatDate(edtf: string, locale: string, style: 'long' | 'short' = 'long'): string {
  const [start = edtf, end] = edtf.split('/');
  const first = formatOne(start, locale, style);
  if (end === undefined || end === start) return first;
  const areDays = [start, end].every(
    (date) => precisionOf(date) === 'day' && !date.startsWith('0000'),
  );
  // Ranges in Chinese would be in figures with slashes, unlike every other date.
  if (!areDays || locale.startsWith('zh')) return `${first}–${formatOne(end, locale, style)}`;
  // What both days share is said once: 19–20 December 2023.
  return formatter(locale, style === 'short' ? 'day-short' : 'day').formatRange(
    new Date(`${start}T00:00:00Z`),
    new Date(`${end}T00:00:00Z`),
  );
}

/** A number with the locale's separators; its formatter is kept, as making one costs more than a hundred uses. */
export function formatNumber(
  value: number,
  locale: string,
  options?: Intl.NumberFormatOptions,
): string {
  const key = options === undefined ? locale : `${locale} ${JSON.stringify(options)}`;
  const known = numberFormatters.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormatters.set(key, known);
  return known.format(value);
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A time that lies so many milliseconds back, in words and in the largest unit that it fills: “3 minutes ago”. */
function formatAgo(milliseconds: number, locale: string): string {
  const [unit, size] = UNITS.find((one) => milliseconds >= one[1]) ?? UNITS[3];
  const count = Math.max(1, Math.floor(milliseconds / size));
  return new Intl.RelativeTimeFormat(locale).format(-count, unit);
}

/**
 * When a wait is over, in the largest unit of which it is one or at least two: what is rounded up would else be up to twice
 * as long, an hour and a minute two hours.
 */
function formatAfter(milliseconds: number, locale: string): string {
  const [unit, size] =
    UNITS.find((one) => milliseconds === one[1] || milliseconds >= 2 * one[1]) ?? UNITS[3];
  return new Intl.RelativeTimeFormat(locale).format(Math.ceil(milliseconds / size), unit);
}
