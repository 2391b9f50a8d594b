import { useEffect, useId, useRef } from 'react';
import { useLocation } from 'react-router';

import { useBackend } from '#src/api/BackendContext.ts';
import { readShared, sharedSearch } from '#src/address/shared-parameters.ts';
import { createLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useGo, useWriteAddress } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './DemoMenu.module.css';

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
    <span className={`${styles.demo} tiny`}>
      <label htmlFor={id}>{t('demo.menu')}</label>
      <select
        ref={menu}
        id={id}
        className={styles.control}
        title={t('demo.lead')}
        value={scenarios.find((name) => name === asked) ?? scenarios[0]}
        onChange={(event) => choose(event.target.value)}
      >
        {scenarios.map((name) => (
          <option key={name} value={name}>
            {t(`demo.${name}`)}
          </option>
        ))}
        <option value={OPEN}>{t('demo.open')}</option>
      </select>
    </span>
  );
}
