import { languageName } from '#src/i18n/language-name.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isSameLanguage, shownText, type Told } from '#src/lib/shown-text.ts';
import styles from './RecordText.module.css';

/** A free text of the record in the reader's language; one that has no translation says in which language it is. */
export function RecordText({ of: told }: { of: Told }) {
  const { language, locale } = useI18n();
  const { text, lang } = shownText(told, language);
  return (
    <>
      <span lang={lang} dir="auto">
        {text}
      </span>
      {!isSameLanguage(lang, language) && (
        <span className={styles.language}> ({languageName(lang, locale)})</span>
      )}
    </>
  );
}
