import { useCallback, useState, type ComponentType } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { TextField } from '#src/ui/controls/TextField.tsx';
import { latePart, NOTHING_YET } from '#src/ui/waiting/late-part.tsx';
import { usePageShortcut } from '#src/ui/use-page-shortcut.ts';
import { useAreSingleKeysOn, isOtherScript, isSingleKey } from '#src/ui/single-keys.ts';
import styles from './SearchButton.module.css';

/** What was typed while the search itself was on its way. */
let typedAhead = '';

/** Settles when no word is being composed there: one whose field goes is lost. */
let composed: PromiseWithResolvers<void> | null = null;

function setComposing(isComposing: boolean): void {
  composed?.resolve();
  composed = isComposing ? Promise.withResolvers() : null;
}

/** Takes the focus, and gives it back to where it was: there it goes when the search is closed. */
function focusMeanwhile(field: HTMLInputElement | null) {
  const before = document.activeElement;
  field?.focus({ preventScroll: true });
  return () => {
    setComposing(false);
    if (document.activeElement === field && before instanceof HTMLElement)
      before.focus({ preventScroll: true });
  };
}

/** Takes what a reader types who does not wait for the search, which goes on from there. */
function FieldAhead() {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  return (
    <>
      <TextField
        ref={focusMeanwhile}
        type="text"
        className={styles.ahead}
        aria-label={t('search.label')}
        autoComplete="off"
        value={typed}
        onChange={(text) => {
          typedAhead = text;
          setTyped(text);
        }}
        onComposing={setComposing}
      />
      {NOTHING_YET}
    </>
  );
}

const SearchDialog: ComponentType<{ begunWith: () => string; onClose: () => void }> = latePart(
  async () => {
    const loaded = await import('./SearchDialog.tsx');
    await composed?.promise;
    return loaded.SearchDialog;
  },
  <FieldAhead />,
);

const isApple = () => /Mac OS|iPhone|iPad/.test(navigator.userAgent);

/** Ctrl+K or Cmd+K anywhere, and `/` outside of fields; not while a dialog is open. */
function isShortcut(event: KeyboardEvent): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey) return false;
  // The key's place counts too: with a Russian layout the same key types another letter.
  if (ctrlKey || metaKey)
    return !shiftKey && (key.toLowerCase() === 'k' || (code === 'KeyK' && isOtherScript(key)));
  return isSingleKey(event, 'search');
}

/** Opens the search from anywhere; the search itself is fetched when it is first wanted. */
export function SearchButton() {
  const { t } = useI18n();
  const areSingleKeysOn = useAreSingleKeysOn();
  // Counted, so that the close of one dialog, which the platform tells late, never closes the one after it. Below zero
  // while none is open.
  const [opened, setOpened] = useState(0);
  const open = useCallback(() => {
    typedAhead = '';
    setOpened((last) => Math.abs(last) + 1);
  }, []);
  const close = () => setOpened((last) => (last === opened ? -last : last));
  usePageShortcut(isShortcut, open);
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
      {opened > 0 && <SearchDialog key={opened} begunWith={() => typedAhead} onClose={close} />}
    </>
  );
}
