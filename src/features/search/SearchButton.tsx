import { Suspense, useCallback, useState, type ComponentType } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LateWords } from '#src/i18n/LateWords.tsx';
import { loadLateCatalogue } from '#src/i18n/load-late-catalogue.ts';
import { loadWhenOnline } from '#src/lib/network.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { Dialog } from '#src/ui/controls/Dialog.tsx';
import { usePageShortcut } from '#src/ui/use-page-shortcut.ts';
import { FailureNotice } from '#src/ui/waiting/FailureNotice.tsx';
import { useAreSingleKeysOn, isOtherScript, isSingleKey } from '#src/ui/single-keys.ts';
import styles from './SearchButton.module.css';

type Loaded = { Content: ComponentType<{ onClose: () => void }> } | { error: unknown } | null;

const isApple = () => /Mac OS|iPhone|iPad/.test(navigator.userAgent);

function isShortcut(event: KeyboardEvent): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey) return false;
  // The key's place counts too: with a Russian layout the same key types another letter.
  if (ctrlKey || metaKey)
    return !shiftKey && (key.toLowerCase() === 'k' || (code === 'KeyK' && isOtherScript(key)));
  return isSingleKey(event, 'search');
}

/** Calls back on Ctrl+K or Cmd+K anywhere, and on `/` outside of fields; not while a dialog is open. */
function useSearchShortcut(onShortcut: () => void): void {
  usePageShortcut(isShortcut, onShortcut);
}

/** Opens the search from anywhere; the search itself is fetched when it is first wanted. */
export function SearchButton() {
  const { t, language } = useI18n();
  const areSingleKeysOn = useAreSingleKeysOn();
  // Counted, so that the close of one dialog, which the platform tells late, never closes the one after it.
  const [opened, setOpened] = useState(0);
  const [closed, setClosed] = useState(0);
  const isOpen = opened !== closed;
  const [loaded, setLoaded] = useState<Loaded>(null);
  const load = useCallback(() => {
    void loadWhenOnline(() =>
      Promise.all([import('./SearchDialog.tsx'), loadLateCatalogue(language)]),
    ).then(
      ([{ SearchDialog }]) => setLoaded({ Content: SearchDialog }),
      (error: unknown) => setLoaded({ error }),
    );
  }, [language]);
  const open = useCallback(() => {
    setOpened((count) => count + 1);
    load();
  }, [load]);
  const close = () => setClosed(opened);
  useSearchShortcut(open);
  return (
    <>
      <Button
        onClick={open}
        aria-haspopup="dialog"
        aria-keyshortcuts={`Control+K Meta+K${areSingleKeysOn ? ' /' : ''}`}
      >
        {t('search.open')}
        <kbd className={styles.keys} aria-hidden="true">
          {t(isApple() ? 'search.keys-apple' : 'search.keys-other')}
        </kbd>
      </Button>
      {isOpen && loaded !== null && 'error' in loaded && (
        <Dialog key={opened} title={t('search.label')} onClose={close}>
          <FailureNotice error={loaded.error} onRetry={load} />
        </Dialog>
      )}
      {isOpen && loaded !== null && 'Content' in loaded && (
        <Suspense fallback={null}>
          <LateWords>
            <loaded.Content key={opened} onClose={close} />
          </LateWords>
        </Suspense>
      )}
    </>
  );
}
