import type { LocalText } from '#src/api/schemas/common.ts';

/** A text as it is shown, with the BCP 47 tag of the language that it is in. */
export interface ShownText {
  text: string;
  lang: string;
  isTranslation: boolean;
}

/** A text in the reader's language where it was translated into that, else as it was written. */
export function shownText({ text, lang, translations }: LocalText, language: string): ShownText {
  const own = lang === language ? undefined : translations?.[language];
  return own === undefined
    ? { text, lang, isTranslation: false }
    : { text: own, lang: language, isTranslation: true };
}
