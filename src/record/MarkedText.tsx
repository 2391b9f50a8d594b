import { useI18n } from '#src/i18n/I18nContext.tsx';
import { matchParts } from '#src/lib/match-parts.ts';
import { shownText, type Told } from '#src/lib/shown-text.ts';
import { TextLanguage } from './TextLanguage.tsx';

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
