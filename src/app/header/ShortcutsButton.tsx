import { useCallback, useState, type ComponentType } from 'react';
import { createPortal } from 'react-dom';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { latePart } from '#src/ui/waiting/late-part.tsx';
import { isSingleKey, useAreSingleKeysOn } from '#src/ui/single-keys.ts';
import { usePageShortcut } from '#src/ui/use-page-shortcut.ts';

const ShortcutsDialog: ComponentType<{ onClose: () => void }> = latePart(
  async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
);

const isShortcut = (event: KeyboardEvent) => isSingleKey(event, 'shortcuts');

export function ShortcutsButton() {
  const { t } = useI18n();
  const areOn = useAreSingleKeysOn();
  const [isOpen, setIsOpen] = useState(false);
  usePageShortcut(
    isShortcut,
    useCallback(() => setIsOpen(true), []),
  );
  return (
    <>
      <Button
        onClick={() => setIsOpen(true)}
        aria-haspopup="dialog"
        aria-keyshortcuts={areOn ? '?' : undefined}
      >
        {t('app.shortcuts')}
      </Button>
      {/* On a narrow page the button lies in a folded part, in which nothing is shown: the dialog stands outside of it. */}
      {isOpen && createPortal(<ShortcutsDialog onClose={() => setIsOpen(false)} />, document.body)}
    </>
  );
}
