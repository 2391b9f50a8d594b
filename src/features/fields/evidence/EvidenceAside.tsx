import { useId, type ReactNode } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/Button.tsx';
import styles from './EvidencePanel.module.css';
import { useFocusWhileOpen } from './use-focus-while-open.ts';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** The panel of opened entries beside the view, which stays in use. */
export function EvidenceAside({ title, onClose, children }: Props) {
  const { t } = useI18n();
  const headingId = useId();
  const panel = useFocusWhileOpen(onClose);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={`${styles.panel} no-print`}
      aria-labelledby={headingId}
    >
      <header className={styles.header}>
        <h2 id={headingId} className={styles.title}>
          {title}
        </h2>
        <Button look="plain" aria-label={t('fields.closeEvidence')} onClick={onClose}>
          ×
        </Button>
      </header>
      {children}
    </aside>
  );
}
