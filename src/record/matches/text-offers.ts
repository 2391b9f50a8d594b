import { type AsOf } from '#src/address/use-address.ts';
import { firstDay, lastDay } from '#src/api/edtf.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { SearchResult } from '#src/api/schemas/search.ts';
import type { Filters } from '#src/address/filters.ts';
import type { RecordLists } from '#src/api/RecordContext.ts';
import { inOtherCharacters } from '#src/lib/chinese/characters.ts';
import { statusAsOf } from '#src/lib/dates/as-of.ts';
import { toSections, type SearchOption, type SearchSection } from './search-options.ts';

/** What of a view decides which matches may be offered. */
export type OfferView = AsOf & Pick<RecordLists, 'meetings' | 'exchangeYears'>;

/**
 * Whether a match was there by the as-of date. Where the reader has chosen one, a match that nothing dates is left out: an
 * offer must not tell of anything later.
 */
function isKnownBy({ type, match }: SearchOption, view: OfferView): boolean {
  if (match === null) return false;
  const { asOf, isAsOfChosen, meetings, exchangeYears } = view;
  if (!isAsOfChosen || type === 'field') return true;
  const held = meetings.filter(({ date }) => lastDay(date) <= asOf);
  if (type === 'meeting') return held.some(({ ordinal }) => ordinal === match.meeting);
  if (type === 'place') return held.some(({ place }) => place?.id === match.id);
  if (type === 'person')
    return held.some(({ coChairs }) => coChairs.some(({ person }) => person.id === match.id));
  if (type === 'exchange-year')
    return exchangeYears.some(
      (year) => year.id === match.id && statusAsOf(year, asOf) !== 'not-announced',
    );
  return match.date !== null && firstDay(match.date) <= asOf;
}

/** What a text that no entry holds matches by name, group by group; nothing that is later than the as-of date. */
export function toOffers(result: SearchResult, view: OfferView): SearchSection[] {
  return toSections(result)
    .filter(({ type }) => type !== 'entry')
    .map((section) => ({
      ...section,
      options: section.options.filter((option) => isKnownBy(option, view)),
    }))
    .filter(({ options }) => options.length > 0);
}

/** Letters of alphabets: a word of Chinese has no endings. */
const LAST_WORD = /[\p{L}--\p{Script=Han}]{6,}$/v;

/**
 * What other forms of the same word begin with, in languages that change its ending ("спортом", "спорте"): the text
 * without the last two or three letters of a long word; null where the last word is too short to be cut.
 */
export function beginningOf(text: string): string | null {
  const [word] = LAST_WORD.exec(text) ?? [];
  return word === undefined ? null : text.slice(0, word.length < 8 ? -2 : -3);
}

/** What to look for in the place of a text, and whether it is only what words begin with. */
export interface OtherForm {
  q: string;
  isBeginning: boolean;
}

/** The same words in the other Chinese characters; else what other forms of the last word begin with. */
export function otherForm(text: string): OtherForm | null {
  const characters = inOtherCharacters(text);
  if (characters !== null) return { q: characters, isBeginning: false };
  const beginning = beginningOf(text);
  return beginning === null ? null : { q: beginning, isBeginning: true };
}

/** The change of filters that puts a field in the place of the text. */
export const fieldForText = (id: string): Partial<Filters> => ({ q: '', field: [id] });

/** The scripts that a language is written in, where they are more than the one that it is named with. */
const WRITTEN_IN: Partial<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
};

/** False where a text has letters that a language is not written with. Of a tag that names no language nothing is known. */
function canBe(text: string, lang: string): boolean {
  try {
    const { script = '' } = new Intl.Locale(lang).maximize();
    const letters = (WRITTEN_IN[script] ?? [script]).map((one) => `\\p{scx=${one}}`).join('');
    return !new RegExp(`(?![${letters}])\\p{L}`, 'u').test(text);
  } catch {
    return true;
  }
}

type Said = Pick<Entry, 'lang' | 'translations'>;
/** The languages that a text is in: its own, and those that it was translated into. */
const languagesIn = ({ lang, translations = {} }: Said) => [lang, ...Object.keys(translations)];

/** Whether there are texts that cannot hold these words, as they are in other languages. */
export const isOfOtherLanguage = (words: string, texts: readonly Said[]): boolean =>
  [...new Set(texts.map((text) => languagesIn(text).join()))].some((languages) =>
    languages.split(',').every((lang) => !canBe(words, lang)),
  );

/** The languages that texts are in, the most frequent first. */
export function languagesOf(texts: readonly Said[]): string[] {
  const counts = new Map<string, number>();
  for (const lang of texts.flatMap(languagesIn)) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([lang]) => lang);
}
