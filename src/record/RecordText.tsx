import { useI18n } from '#src/i18n/I18nContext.tsx';
import { shownText, type Told, isSameLanguage } from '#src/lib/shown-text.ts';
import { languageName } from '#src/i18n/language-name.ts';

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

/** Beside a text that is not in the reader's language: in which one it is; nothing beside one that is. */
export function TextLanguage({ lang }: { lang: string }) {
  const { language, locale } = useI18n();
  if (isSameLanguage(lang, language)) return null;
  return <span className="tiny quiet"> ({languageName(lang, locale)})</span>;
}
