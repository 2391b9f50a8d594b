import type { ReactNode } from 'react';

import styles from './Notice.module.css';

interface Props {
  tone: 'info' | 'warn' | 'error';
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out at once when it appears; for errors that a reader's own act brought about. */
  isUrgent?: boolean;
}

/** A word to the reader beside the thing that it is about. */
export function Notice({ tone, title, children, actions, isUrgent = false }: Props) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={isUrgent ? 'alert' : 'status'}>
      {title !== undefined && <p className={styles.title}>{title}</p>}
      {children !== undefined && <div className="measure">{children}</div>}
      {actions !== undefined && <div className={`${styles.actions} actions`}>{actions}</div>}
    </div>
  );
}
