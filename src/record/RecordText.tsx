import { useI18n } from '#src/i18n/I18nContext.tsx';
import { shownText, type Told } from '#src/lib/shown-text.ts';
import { TextLanguage } from './TextLanguage.tsx';

/** A free text of the record in the reader's language; one that has no translation says in which language it is. */
export function RecordText({ of: told }: { of: Told }) {
  const { text, lang } = shownText(told, useI18n().language);
  return (
    <>
      <span lang={lang} dir="auto">
        {text}
      </span>
      <TextLanguage lang={lang} />
    </>
  );
}
