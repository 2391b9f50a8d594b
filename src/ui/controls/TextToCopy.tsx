import { useEffect, useRef } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './TextToCopy.module.css';

const ROWS_AT_MOST = 10;
const LETTERS_A_ROW = 60;

/** A text that the browser would not copy, selected, to be copied by hand. */
export function TextToCopy({ text, onClose }: { text: string; onClose: () => void }) {
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
