import { useEffect, useEffectEvent, useRef } from 'react';

/** Set while the browser's address is already that of a page which still has to come. */
let standing: string | null = null;

/** The address of the page that stands, which copies, files and changes go by: after Back the browser's own may be ahead of it. */
export const shownAddress = (): URL => new URL(standing ?? window.location.href);

/** For the router: the address of the page that stands while another is awaited, or null when none is. */
export function holdAddress(href: string | null): void {
  standing = href;
}

/** Calls when the reader goes to another step of the history. */
export function useStepOfHistory(act: () => void): void {
  const onStep = useEffectEvent(act);
  useEffect(() => {
    const listen = () => onStep();
    window.addEventListener('popstate', listen);
    return () => window.removeEventListener('popstate', listen);
  }, []);
}

/**
 * What a reader has begun in a field belongs to the page, and is left with it: `onLeft` is called then, by a step of the
 * history or when `isBegun` is asked on another page. The router draws that one first, so that the field loses the focus
 * before the step is told.
 */
export function useBegun(onLeft: () => void) {
  const page = useRef<string | null>(null);
  const leave = () => {
    if (page.current === null) return;
    page.current = null;
    onLeft();
  };
  useStepOfHistory(leave);
  return {
    begin: () => {
      page.current = shownAddress().pathname;
    },
    end: () => {
      page.current = null;
    },
    isBegun: () => {
      if (page.current !== shownAddress().pathname) leave();
      return page.current !== null;
    },
  };
}
