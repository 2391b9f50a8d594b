import type { ReactNode } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './ExternalLink.module.css';

interface Props {
  /** An address of the record. Anything but `http:` and `https:` is shown as text, so that no address runs a script. */
  href: string;
  children: ReactNode;
}

/** A link that leaves the app, in a new tab, without telling the other side where from. */
export function ExternalLink({ href, children }: Props) {
  const { t } = useI18n();
  if (!/^https?:\/\//i.test(href)) return <span>{children}</span>;
  return (
    <a className={styles.out} href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span className="visually-hidden"> {t('app.opensInNewTab')}</span>
    </a>
  );
}
