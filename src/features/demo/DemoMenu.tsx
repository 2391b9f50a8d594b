import { useEffect, useId, useRef } from 'react';
import { useLocation } from 'react-router';

import { useBackend } from '#src/api/BackendContext.ts';
import { readShared, sharedSearch } from '#src/address/shared-parameters.ts';
import { createLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useGo, useWriteAddress } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { MessageKey } from '#src/i18n/messages.ts';
import styles from './DemoMenu.module.css';

const WORDS: Record<string, MessageKey> = {
  record: 'demo.record',
  invented: 'demo.invented',
  empty: 'demo.empty',
  'one-meeting': 'demo.one-meeting',
  slow: 'demo.slow',
  failing: 'demo.failing',
  malformed: 'demo.malformed',
  offline: 'demo.offline',
  hanging: 'demo.hanging',
  outdated: 'demo.outdated',
  newer: 'demo.newer',
  hostile: 'demo.hostile',
  large: 'demo.large',
};

/** The message that names a scenario; undefined for one that has no words yet, which then shows its id. */
function scenarioWords(scenario: string): MessageKey | undefined {
  return WORDS[scenario];
}

export function ScenarioName({ name }: { name: string }) {
  const { t } = useI18n();
  const key = scenarioWords(name);
  return key === undefined ? name : t(key);
}

/** What was chosen by hand and is not shown yet: the menu is drawn anew with the scenario, and then has the focus again. */
let awaited: string | null = null;

/** True while what was chosen in this menu is not shown yet: it has to be in sight then. */
export const isChoosingScenario = () => awaited !== null;

/** The choice that is no scenario: the place where a reader opens a record of their own. */
const OPEN = '';

/** Lets a presenter show how the app behaves with other answers; exists only where the mock answers. */
export function DemoMenu() {
  const { t } = useI18n();
  const { scenarios, scenario } = useBackend();
  const { search } = useLocation();
  const asked = readShared('demo', search);
  const write = useWriteAddress();
  const id = useId();
  const menu = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (awaited !== null) menu.current?.focus({ preventScroll: true });
    if (awaited === scenario) awaited = null;
  }, [scenario]);
  const go = useGo();
  const choose = (chosen: string) => {
    if (chosen === OPEN) {
      go(createLinkTo(sharedSearch(search))(paths.about(), {}, '#open-record'));
      return;
    }
    awaited = chosen;
    void write({ demo: chosen === scenarios[0] ? null : chosen }, { isAnew: true });
  };
  return (
    <span className={styles.demo}>
      <label htmlFor={id}>{t('demo.menu')}</label>
      <select
        ref={menu}
        id={id}
        className={styles.control}
        title={t('demo.lead')}
        value={asked !== null && scenarios.includes(asked) ? asked : scenarios[0]}
        onChange={(event) => choose(event.target.value)}
      >
        {scenarios.map((name) => (
          <option key={name} value={name}>
            <ScenarioName name={name} />
          </option>
        ))}
        <option value={OPEN}>{t('demo.open')}</option>
      </select>
    </span>
  );
}
