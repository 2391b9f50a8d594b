import { useId } from 'react';

import { useParameter } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isLanguage, LANGUAGES } from '#src/i18n/languages.ts';
import styles from './settings.module.css';

/** The interface's language. Choosing writes it into the address, so that a link keeps it. */
export function LanguageSelect() {
  const { t, language } = useI18n();
  const [, setLanguage] = useParameter('lang');
  const id = useId();
  return (
    <span className={styles.setting}>
      <label htmlFor={id} className="visually-hidden">
        {t('app.language')}
      </label>
      <select
        id={id}
        className={styles.control}
        value={language}
        onChange={({ target }) => isLanguage(target.value) && setLanguage(target.value)}
      >
        {LANGUAGES.map(({ tag, label }) => (
          <option key={tag} value={tag} lang={tag} translate="no">
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}
