import { useId, useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './settings.module.css';
import { applyTheme, storedTheme, THEMES } from './theme.ts';

/** Light, dark, or as the system has it. */
export function ThemeSelect() {
  const { t } = useI18n();
  const [theme, setTheme] = useState(storedTheme);
  const id = useId();
  return (
    <span className={styles.setting}>
      <label htmlFor={id} className="visually-hidden">
        {t('app.theme')}
      </label>
      <select
        id={id}
        className={styles.control}
        value={theme}
        onChange={(event) => {
          const chosen = THEMES.find((one) => one === event.target.value) ?? 'system';
          applyTheme(chosen);
          setTheme(chosen);
        }}
      >
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {t(`app.theme-${one}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
