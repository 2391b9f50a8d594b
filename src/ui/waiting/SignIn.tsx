import { useLocation } from 'react-router';

import { useBackend } from '#src/api/BackendContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from '../controls/Button.module.css';
import { shownAddress } from '../shown-address.ts';

/** The way to where readers sign in and from there back to this view; nothing where the configuration names none. */
export function SignIn() {
  const { t } = useI18n();
  const { signIn } = useBackend();
  // Another address of the app is another one to come back to.
  useLocation();
  if (signIn === null) return null;
  const href = signIn.replaceAll('{address}', encodeURIComponent(shownAddress().href));
  return (
    <a className={`${styles.button} ${styles.bordered}`} href={href}>
      {t('errors.signIn')}
    </a>
  );
}
