import { useEffect, useState, type ComponentType } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/Button.tsx';
import { latePart } from '#src/ui/late-part.tsx';
import { isSingleKey, useAreSingleKeysOn } from '#src/ui/single-keys.ts';

const ShortcutsDialog: ComponentType<{ onClose: () => void }> = latePart(
  async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
);

/** Opens the list of all shortcuts, also with a question mark. */
export function ShortcutsButton() {
  const { t } = useI18n();
  const areOn = useAreSingleKeysOn();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isSingleKey(event, 'shortcuts')) return;
      event.preventDefault();
      if (document.querySelector('dialog:modal') === null) setIsOpen(true);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <Button
        onClick={() => setIsOpen(true)}
        aria-haspopup="dialog"
        aria-keyshortcuts={areOn ? '?' : undefined}
      >
        {t('app.shortcuts')}
      </Button>
      {isOpen && <ShortcutsDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
