/** What browsers call a key that an input method has taken, Safari also the Enter that comes after the word has ended. */
const TAKEN = 229;

const isTaken = (event: KeyboardEvent) => event.isComposing || event.keyCode === TAKEN;

/**
 * Keeps the keys of an input method from everything that listens on the page: the Enter that takes a Chinese word, the
 * arrows that pass its candidates and the Escape that drops it are not meant for a list, a page or a dialog. Called once,
 * before anything else listens, so that no listener has to think of it.
 */
export function keepComposedKeys(): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    window.addEventListener(
      type,
      (event) => {
        if (!isTaken(event)) return;
        event.stopImmediatePropagation();
        // The browser's own listener, which would close a dialog.
        if (event.key === 'Escape') event.preventDefault();
      },
      { capture: true },
    );
}
