import { isEdtfInterval } from '#src/api/edtf.ts';
import type { LanguageMap } from '#src/api/schemas/common.ts';
import type { SearchMatch, SearchType } from '#src/api/schemas/search.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { languageName } from '#src/i18n/language-name.ts';
import { isSameLanguage, type TaggedText } from '#src/lib/shown-text.ts';
import { shownName } from '#src/lib/native-name.ts';

/** A match as it is shown: a meeting's number, its name, the name that was found where that is another one, and what tells it apart. */
export interface MatchWords {
  ordinal: string | null;
  title: TaggedText;
  found: TaggedText | null;
  facts: string[];
}

const fold = (text: string) => text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');

/** A document's title stands for English where it has no other: the tag of its own language is then the true one. */
function taggedName(names: LanguageMap, language: string): TaggedText {
  const shown = shownName(names, language);
  if (shown.lang !== 'en') return shown;
  const own = Object.keys(names).find((tag) => tag !== 'en' && names[tag] === names.en);
  return own === undefined ? shown : { text: shown.text, lang: own };
}

/** The name in another language that holds the words looked for, where the shown one holds none of them. */
function foundName(names: LanguageMap, shown: TaggedText, q: string): TaggedText | null {
  const words = fold(q).split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.some((word) => fold(text).includes(word));
  if (holds(shown.text)) return null;
  const other = Object.entries(names).find(([, text]) => holds(text));
  return other === undefined ? null : { lang: other[0], text: other[1] };
}

/** Puts a match into words of the interface's language. */
export function toMatchWords(
  type: SearchType,
  { name, detail, meeting, date }: SearchMatch,
  q: string,
  i18n: Pick<Translator, 't' | 'date' | 'language' | 'locale'>,
): MatchWords {
  const title = taggedName(name, i18n.language);
  const ordinal = meeting === null ? null : i18n.t('record.meetingShort', { ordinal: meeting });
  const facts = [
    ...(type !== 'entry' || isSameLanguage(title.lang, i18n.language)
      ? []
      : [languageName(title.lang, i18n.locale)]),
    ...(ordinal === null || type === 'meeting' ? [] : [ordinal]),
    ...(date === null ? [] : [i18n.date(date)]),
    ...(detail === null ? [] : [isEdtfInterval(detail) ? i18n.date(detail) : detail]),
  ];
  return {
    ordinal: type === 'meeting' ? ordinal : null,
    title,
    found: foundName(name, title, q),
    facts,
  };
}
