import { useId, type ReactNode, useEffect, useEffectEvent, useRef } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import styles from './EvidencePanel.module.css';

/**
 * Takes the reader to a panel that has opened, and back to what opened it when it closes with the focus in it. Escape
 * closes from within. A panel that came with the address leaves the focus alone.
 */
function useFocusWhileOpen(onClose: () => void) {
  const panel = useRef<HTMLElement>(null);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const element = panel.current;
    const opener = document.activeElement;
    const wasChosen =
      opener instanceof HTMLElement && opener !== document.body && opener.tagName !== 'H1';
    if (wasChosen) element?.focus({ preventScroll: true });
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => {
      element?.removeEventListener('keydown', onKeyDown);
      if (wasChosen && document.activeElement === document.body)
        opener.focus({ preventScroll: true });
    };
  }, []);
  return panel;
}

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
