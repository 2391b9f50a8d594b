import { useEffect, useId, useRef, type ReactNode } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A modal dialog on the platform's own element: focus, Escape and the inert page come with it. Render it to open it. */
export function Dialog({ title, onClose, children }: Props) {
  const { t } = useI18n();
  const ref = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={headingId}
      // React tells of the closing of a dialog within this one too.
      onClose={({ target, currentTarget }) => {
        if (target === currentTarget) onClose();
      }}
      // The platform's light dismiss: a press on the backdrop closes.
      {...{ closedby: 'any' }}
    >
      <div className={styles.content}>
        <div className={styles.header}>
          <h2 id={headingId} className={styles.title}>
            {title}
          </h2>
          <Button look="plain" onClick={() => ref.current?.close()}>
            {t('app.close')}
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
