import { useI18n } from '#src/i18n/I18nContext.tsx';
import { shownText, type Told } from '#src/lib/shown-text.ts';
import { TextLanguage } from './RecordText.tsx';

interface Props {
  of: Told;
  /** The text filter. */
  words: string;
}

/** A free text of the record as the reader sees it, the words of the text filter marked in it. */
export function MarkedText({ of: told, words }: Props) {
  const { text: whole, lang } = shownText(told, useI18n().language);
  return (
    <>
      <span lang={lang} dir="auto">
        {matchParts(whole, words).map(({ text, isMatch, start }) =>
          isMatch ? <mark key={start}>{text}</mark> : text,
        )}
      </span>
      <TextLanguage lang={lang} />
    </>
  );
}

/** A stretch of a text, and whether the text filter found it. */
interface MatchPart {
  text: string;
  isMatch: boolean;
  /** Where in the text it starts, in UTF-16 code units. */
  start: number;
}

/** Case and diacritics do not count, as in the contract's `q`. */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Cuts a text where words of the filter stand in it; the parts put together are the text again. */
export function matchParts(text: string, query: string): MatchPart[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [{ text, isMatch: false, start: 0 }];
  // Each folded code unit remembers which character it came from: a ligature may fold into several.
  const origin: number[] = [];
  let folded = '';
  let start = 0;
  for (const character of text) {
    const plain = fold(character);
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(start);
    folded += plain;
    start += character.length;
  }
  origin.push(text.length);
  const isMatched = Array.from({ length: text.length }, () => false);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      const end = origin[at + word.length] ?? text.length;
      isMatched.fill(true, origin[at], end);
    }
  }
  const parts: MatchPart[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const isMatch = isMatched[index] ?? false;
    const last = parts.at(-1);
    if (last?.isMatch === isMatch) last.text += text[index] ?? '';
    else parts.push({ text: text[index] ?? '', isMatch, start: index });
  }
  return parts;
}
