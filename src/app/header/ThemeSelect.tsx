import { useId, useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './settings.module.css';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Also read by `public/first-paint.js`, before the first paint. */
const STORAGE_KEY = 'communique-theme';

/** The reader's chosen appearance; `system` where none is stored, or storage is forbidden. */
function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return THEMES.find((theme) => theme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Applies an appearance to the page and keeps it for the next visit where that is allowed. */
function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // The choice holds for this visit.
  }
}

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
