import { useSyncExternalStore } from 'react';

import { keepStored, readStored, watchStored } from '#src/lib/stored.ts';

/**
 * The shortcuts of one key, by what the key means. `code` is the place of a letter on the keyboard: where a layout of
 * another script types its own letter there, the place stands for it; a Latin letter means itself wherever it is.
 */
const SINGLE_KEYS = {
  search: { key: '/', code: null },
  shortcuts: { key: '?', code: null },
  copyCitation: { key: 'c', code: 'KeyC' },
} as const;
export type SingleKey = keyof typeof SINGLE_KEYS;

const STORAGE_KEY = 'communique-single-keys';
const OFF = 'off';
const TYPED_INTO =
  'input:not([type="radio"], [type="checkbox"], [type="range"], [type="button"]), textarea, select, [contenteditable]';

const listeners = new Set<() => void>();
let areOn: boolean | null = null;

/** True unless the reader has turned them off, on this visit or, where it may be kept, on an earlier one. */
function areSingleKeysOn(): boolean {
  areOn ??= readStored(STORAGE_KEY) !== OFF;
  return areOn;
}

export function turnSingleKeys(on: boolean): void {
  areOn = on;
  keepStored(STORAGE_KEY, on ? null : OFF);
  for (const notify of listeners) notify();
}

/** Whether single keys act, for what hints at them (WCAG 2.1.4: they can be turned off). */
export function useAreSingleKeysOn(): boolean {
  return useSyncExternalStore((notify) => {
    listeners.add(notify);
    const stop = watchStored(STORAGE_KEY, () => {
      areOn = null;
      notify();
    });
    return () => {
      listeners.delete(notify);
      stop();
    };
  }, areSingleKeysOn);
}

/** A dialog that was just closed keeps the focus for some frames, in a field that nobody sees. */
const isTypedInto = (target: EventTarget) =>
  target instanceof Element && target.closest(TYPED_INTO) !== null && target.checkVisibility();

/** True for a letter that no Latin layout types: then the key's place says which is meant. */
export const isOtherScript = (key: string) =>
  /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key);

/** The mark that a key types, whichever script writes it: full width as in Chinese, or turned as in Arabic. */
const plainMark = (key: string) => key.normalize('NFKC').replace('؟', '?').toLowerCase();

/** True where a key press means the shortcut: alone, outside of fields, and not turned off. */
export function isSingleKey(event: KeyboardEvent, name: SingleKey): boolean {
  const { key, code } = SINGLE_KEYS[name];
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const isMeant =
    plainMark(event.key) === key ||
    (code !== null && event.code === code && isOtherScript(event.key));
  return isMeant && areSingleKeysOn() && (event.target === null || !isTypedInto(event.target));
}
