import { IntlMessageFormat } from 'intl-messageformat';
import type { ReactNode } from 'react';

import type { LanguageMap } from '#src/api/schemas/common.ts';
import { formatAgo, formatDate, formatNumber } from './formats.ts';
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
  /** The same language with further words too: one translator for all who ask with the same ones. */
  with: (words: MoreWords) => Translator;
}

type MoreWords = LateCatalogue | FileCatalogue;

/** Builds the translator of a language from its compiled messages. */
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
    name: (names) => names[language] ?? names.en,
    date: (edtf, style = 'long') => formatDate(edtf, locale, style),
    number: (value, options) => formatNumber(value, locale, options),
    list: (items) => {
      listFormat ??= new Intl.ListFormat(locale, { type: 'conjunction' });
      return listFormat.format(items);
    },
    ago: (milliseconds) => formatAgo(milliseconds, locale),
    with: (added) => {
      const known = whole.get(added) ?? createTranslator(language, catalogue, [...more, added]);
      whole.set(added, known);
      return known;
    },
  };
}
