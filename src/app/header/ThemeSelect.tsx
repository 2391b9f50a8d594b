import { useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { SelectOne } from '#src/ui/controls/SelectOne.tsx';

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
  return (
    <SelectOne
      isLabelHidden
      label={t('app.theme')}
      options={THEMES.map((value) => ({ value, label: t(`app.theme-${value}`) }))}
      value={theme}
      onChange={(chosen) => {
        applyTheme(chosen);
        setTheme(chosen);
      }}
    />
  );
}
