import { useEffect, useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from './Button.tsx';
import { useCopy } from './use-copy.tsx';

interface Props {
  label: string;
  /** Called at the press, so that the address is the one of that moment. */
  text: () => string;
  look?: 'bordered' | 'plain';
}

const CONFIRMATION_MS = 2500;

/** Copies text and says so in place; where the browser refuses the clipboard it offers the text to be copied by hand. */
export function CopyButton({ label, text, look = 'plain' }: Props) {
  const { t } = useI18n();
  const [isCopied, setIsCopied] = useState(false);
  const { copy, offer } = useCopy();
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <>
      <Button look={look} onClick={() => void copy(text()).then(setIsCopied)} className="no-print">
        <span aria-live="polite">{isCopied ? t('app.copied') : label}</span>
      </Button>
      {offer}
    </>
  );
}
