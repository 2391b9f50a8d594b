import { languageName } from '#src/i18n/language-name.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isSameLanguage } from '#src/lib/shown-text.ts';
import styles from './TextLanguage.module.css';

/** Beside a text that is not in the reader's language: in which one it is; nothing beside one that is. */
export function TextLanguage({ lang }: { lang: string }) {
  const { language, locale } = useI18n();
  if (isSameLanguage(lang, language)) return null;
  return <span className={styles.language}> ({languageName(lang, locale)})</span>;
}
