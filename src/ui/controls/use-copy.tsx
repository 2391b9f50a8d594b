import { useState, type ReactNode, useEffect, useRef } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './TextToCopy.module.css';

/**
 * Copies text, true once that is done. A browser may refuse, and on plain http it has no clipboard at all: then the text is
 * offered, selected, in what the caller renders beside itself.
 */
export function useCopy(): { copy: (text: string) => Promise<boolean>; offer: ReactNode } {
  const [refused, setRefused] = useState<string | null>(null);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      setRefused(text);
      return false;
    }
  };
  const offer = refused !== null && <TextToCopy text={refused} onClose={() => setRefused(null)} />;
  return { copy, offer };
}

const ROWS_AT_MOST = 10;
const LETTERS_A_ROW = 60;

/** A text that the browser would not copy, selected, to be copied by hand. */
function TextToCopy({ text, onClose }: { text: string; onClose: () => void }) {
  const { t } = useI18n();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <Dialog title={t('app.copyRefused')} onClose={onClose}>
      <p>{t('app.copyByHand')}</p>
      <textarea
        ref={field}
        className={styles.text}
        readOnly
        dir="auto"
        rows={Math.min(ROWS_AT_MOST, 1 + Math.ceil(text.length / LETTERS_A_ROW))}
        aria-label={t('app.copyText')}
        value={text}
      />
    </Dialog>
  );
}
