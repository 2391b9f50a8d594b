import { useEffect } from 'react';

import { useRouterState } from './Routed.tsx';

/** Where nothing is on its way any more and nothing has moved for so long, the page has come to rest. */
const REST_MS = 1500;
const ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

/** True while the page says of a part that it is still to come. */
const isComing = () => document.querySelector('[aria-busy="true"], [data-skeleton]') !== null;

/**
 * Keeps the page at a place while what belongs around it still arrives: until the reader does something, or the page has
 * come to rest. `go` brings the place into view and says whether it is there; `isLeft` is asked, once it was there, when
 * the page has scrolled without its doing: a scroll bar, the browser's own search or a screen reader have moved it then.
 * Returns what ends it.
 */
function keepAt(go: () => boolean, onNotThere: () => void, isLeft: () => boolean): () => void {
  const acts = new AbortController();
  let frame = 0;
  let rest: ReturnType<typeof setTimeout>;
  let wasThere = false;
  let scrolled = 0;
  let seen = 0;
  const page = document.documentElement;
  const look = () => {
    frame = 0;
    const isThere = go();
    wasThere ||= isThere;
    scrolled = window.scrollY;
    seen = page.scrollHeight;
    clearTimeout(rest);
    rest = setTimeout(() => {
      // What has just come is still to be looked at.
      if (frame !== 0 || isComing()) return;
      end();
      if (!isThere) onNotThere();
    }, REST_MS);
  };
  const lookSoon = () => {
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  const onScroll = () => {
    // A page that is too short for the moment stands at its end without anyone's doing.
    const isHighEnough = page.scrollHeight - page.clientHeight >= scrolled;
    // By as much as the page has grown or shrunk, a long list may have moved it.
    const isMoved = Math.abs(window.scrollY - scrolled) > Math.abs(page.scrollHeight - seen) + 1;
    if (wasThere && isHighEnough && isMoved && isLeft()) end();
  };
  const resizes = new ResizeObserver(lookSoon);
  const changes = new MutationObserver(lookSoon);
  // Else the browser moves the page too, by what it takes for the same place, and looks like a reader who scrolls.
  page.style.overflowAnchor = 'none';
  const end = () => {
    page.style.overflowAnchor = '';
    resizes.disconnect();
    changes.disconnect();
    acts.abort();
    cancelAnimationFrame(frame);
    clearTimeout(rest);
  };
  resizes.observe(document.body);
  changes.observe(document.body, { childList: true, subtree: true });
  for (const act of ACTS)
    window.addEventListener(act, end, { signal: acts.signal, capture: true, passive: true });
  window.addEventListener('scroll', onScroll, { signal: acts.signal });
  look();
  return end;
}

/** The id that a hash names; one that is no text is taken as it stands. */
export function idOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** The element of an id, or else a row that goes by it: what a row shows may stand elsewhere on the page by that id. */
function partOf(id: string): HTMLElement | null {
  return document.getElementById(id) ?? document.querySelector(`[data-part="${CSS.escape(id)}"]`);
}

/** Takes the focus to an element, so that the keyboard and a screen reader go on from there. */
function focusOn(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Unfolds what an element lies in, and brings it into view. */
function show(element: HTMLElement): void {
  for (let fold = element.closest('details'); fold !== null;) {
    fold.open = true;
    fold = fold.parentElement?.closest('details') ?? null;
  }
  element.scrollIntoView();
}

/** What the style marks as the entry that a link led to: the browser itself marks it only where it loads a page. */
const LANDED = 'data-landed';

/** The part of the page that the hash names, with the focus in it; on a page without that part, the page's heading. */
function keepAtPart(hash: string): () => void {
  let isFocused = false;
  return keepAt(
    () => {
      const part = partOf(idOf(hash));
      if (part === null) return false;
      show(part);
      part.toggleAttribute(LANDED, hash.startsWith('#entry-'));
      if (!isFocused) focusOn(part);
      isFocused = true;
      return true;
    },
    () => {
      if (document.activeElement === document.body)
        document.querySelector('h1')?.focus({ preventScroll: true });
    },
    () => {
      // A list that brings the row to the middle of the window has not left it.
      const top = partOf(idOf(hash))?.getBoundingClientRect().top;
      return top !== undefined && (top < 0 || top >= window.innerHeight);
    },
  );
}

/** Where the reader was on this page, once it is high enough again. */
function keepAtHeight(height: number): () => void {
  return keepAt(
    () => {
      window.scrollTo(0, height);
      return Math.abs(window.scrollY - height) <= 1;
    },
    () => undefined,
    () => true,
  );
}

/**
 * Opens a page at its place and keeps it there while the page still comes: where the reader was, after Back, Forward and
 * a reload; else the part that the hash names. The router decides which of them, and jumps there once; what has not come
 * by then it does not wait for.
 */
export function usePlace(): void {
  const { location, height, keepsPlace } = useRouterState().visit;
  useEffect(() => {
    if (height !== null) return height > 0 ? keepAtHeight(height) : undefined;
    if (keepsPlace || location.hash === '') return undefined;
    const leave = keepAtPart(location.hash);
    return () => {
      leave();
      partOf(idOf(location.hash))?.removeAttribute(LANDED);
    };
  }, [location, height, keepsPlace]);
}
