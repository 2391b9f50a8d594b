/** Today in the reader's own time zone, as `YYYY-MM-DD`. This file alone asks what time it is. */
export function today(): string {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** A timer set for midnight sleeps with the machine and knows nothing of a clock or a time zone that is changed. */
const LOOK_MS = 30_000;
/** What the reader is in the middle of is looked at again so soon. */
const SOON_MS = 1000;
/** A key pressed in a field so long ago belongs to something that is over. */
const TYPING_MS = 5000;

/** What is open over the page and holds what the reader has begun; a browser may not know of a list that is open. */
const OPEN = ['dialog[open]', ':popover-open', 'select:open'].filter((selector) =>
  globalThis.CSS?.supports(`selector(${selector})`),
);

/** Knows whether the reader is in the middle of something: pressing, composing a word, typing, or in a dialog. */
function watchHands(onEnd: () => void, signal: AbortSignal) {
  let isPressing = false;
  let isComposing = false;
  let typedAt = Number.NEGATIVE_INFINITY;
  const on = (events: readonly string[], act: (event: Event) => void) => {
    for (const event of events)
      window.addEventListener(event, act, { signal, capture: true, passive: true });
  };
  on(['pointerdown'], () => (isPressing = true));
  on(['compositionstart'], () => (isComposing = true));
  on(['keydown', 'input'], () => (typedAt = performance.now()));
  on(['pointerup', 'pointercancel', 'blur', 'pagehide'], () => (isPressing = false));
  on(['compositionend', 'focusout'], () => (isComposing = false));
  on(['focusout'], () => (typedAt = Number.NEGATIVE_INFINITY));
  // What has just ended is dealt with by the page first.
  on(
    ['pointerup', 'pointercancel', 'compositionend', 'focusout', 'close', 'toggle', 'change'],
    () => setTimeout(onEnd),
  );
  return () => {
    const { activeElement: field } = document;
    const isTyping = performance.now() - typedAt < TYPING_MS;
    const isHalfTyped = field instanceof HTMLInputElement && field.validity.badInput;
    const isInField = field?.matches('input, select, textarea') === true;
    return (
      isPressing ||
      isComposing ||
      (isInField && isTyping) ||
      isHalfTyped ||
      OPEN.some((selector) => document.querySelector(selector) !== null)
    );
  };
}

/** The day that the page goes by; null while nobody watches it. */
let shown: string | null = null;

/** The day that the page goes by: today, or yesterday for as long as the reader is in the middle of something. */
export function shownDay(): string {
  return shown ?? today();
}

const listeners = new Set<() => void>();
let end = new AbortController();
let timer: ReturnType<typeof setTimeout>;

function startWatching(): void {
  end = new AbortController();
  const { signal } = end;
  const isInHand = watchHands(() => look(), signal);
  const look = () => {
    if (signal.aborted) return;
    clearTimeout(timer);
    const now = new Date();
    const isInMidst = shown !== today() && isInHand();
    if (shown !== today() && !isInMidst) {
      shown = today();
      for (const listener of listeners) listener();
    }
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    const wait = isInMidst ? SOON_MS : Math.min(midnight.getTime() - now.getTime(), LOOK_MS);
    timer = setTimeout(look, wait);
  };
  shown = today();
  look();
  for (const event of ['pageshow', 'focus']) window.addEventListener(event, look, { signal });
  document.addEventListener('visibilitychange', look, { signal });
}

/**
 * Calls `listener` when {@link shownDay} has become another: at midnight, when the page comes back to the front or out of
 * the browser's store, when the machine wakes up, and when its clock or time zone is set; in the middle of something that
 * the reader does, right after it. Returns what ends it.
 */
export function onNewDay(listener: () => void): () => void {
  if (listeners.size === 0) startWatching();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    end.abort();
    clearTimeout(timer);
    shown = null;
  };
}

/** This moment, in milliseconds since 1970: for waiting, never for saying what day it is. */
export function moment(): number {
  return Date.now();
}

/** How long ago, in milliseconds, something was; `since` is a moment in milliseconds since 1970. */
export function elapsedSince(since: number): number {
  return Math.max(0, moment() - since);
}
