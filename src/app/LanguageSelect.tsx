import { useId } from 'react';
import { useNavigate } from 'react-router';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LANGUAGES } from '#src/i18n/languages.ts';
import styles from './settings.module.css';

/** The interface's language. Choosing writes it into the address, so that a link keeps it. */
export function LanguageSelect() {
  const { t, language } = useI18n();
  const navigate = useNavigate();
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
        onChange={(event) => {
          const search = new URLSearchParams(window.location.search);
          search.set('lang', event.target.value);
          void navigate({ search: search.toString() }, { preventScrollReset: true });
        }}
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
