import { useEffect, useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from './Button.tsx';

interface Props {
  label: string;
  /** Called at the press, so that the address is the one of that moment. */
  text: () => string;
  look?: 'bordered' | 'plain';
}

const CONFIRMATION_MS = 2500;

/** Copies text and says so in place; where the browser refuses the clipboard it says that instead. */
export function CopyButton({ label, text, look = 'plain' }: Props) {
  const { t } = useI18n();
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (outcome === 'idle') return undefined;
    const timer = setTimeout(() => setOutcome('idle'), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  const words = { idle: label, copied: t('app.copied'), refused: t('app.copyRefused') };
  return (
    <Button look={look} onClick={() => void copy()} className="no-print">
      <span aria-live="polite">{words[outcome]}</span>
    </Button>
  );
}
