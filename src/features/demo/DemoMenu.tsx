import { useId } from 'react';

import { useBackend } from '#src/api/BackendContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { MessageKey } from '#src/i18n/messages.ts';
import { scenarioWords } from './scenario-words.ts';
import styles from './DemoMenu.module.css';

/** The address of this view under another scenario: a whole page load, so that nothing of the last one lingers. */
function scenarioAddress(scenario: string, isDefault: boolean): string {
  const search = new URLSearchParams(window.location.search);
  if (isDefault) search.delete('demo');
  else search.set('demo', scenario);
  const query = search.toString();
  return `${window.location.pathname}${query === '' ? '' : `?${query}`}`;
}

/** Lets a presenter show how the app behaves with other answers; exists only where the mock answers. */
export function DemoMenu() {
  const { t } = useI18n();
  const { scenarios, scenario } = useBackend();
  const id = useId();
  const words = (name: string): string => {
    const key: MessageKey | undefined = scenarioWords(name);
    return key === undefined ? name : t(key);
  };
  return (
    <span className={styles.demo}>
      <label htmlFor={id}>{t('demo.menu')}</label>
      <select
        id={id}
        className={styles.control}
        title={t('demo.lead')}
        value={scenario ?? ''}
        onChange={(event) => {
          const chosen = event.target.value;
          window.location.assign(scenarioAddress(chosen, chosen === scenarios[0]));
        }}
      >
        {scenarios.map((name) => (
          <option key={name} value={name}>
            {words(name)}
          </option>
        ))}
      </select>
    </span>
  );
}
