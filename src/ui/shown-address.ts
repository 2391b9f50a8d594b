import { useEffect, useEffectEvent, useRef } from 'react';

/** Set while the browser's address is already that of a page which still has to come. */
let standing: string | null = null;

/** The address of the page that stands, which copies, files and changes go by: after Back the browser's own may be ahead of it. */
export const shownAddress = (): URL => new URL(standing ?? window.location.href);

/** For the router: the address of the page that stands while another is awaited, or null when none is. */
export function holdAddress(href: string | null): void {
  standing = href;
}

/**
 * What a reader has begun in a field belongs to the page, and is left with it by a step of the history: `onLeft` is called
 * then. The router draws another page first, so that the field loses the focus before: what it takes then goes by `isLeft`.
 */
export function useBegun(onLeft: () => void) {
  const page = useRef<string | null>(null);
  const onStep = useEffectEvent(onLeft);
  useEffect(() => {
    const listen = () => onStep();
    window.addEventListener('popstate', listen);
    return () => window.removeEventListener('popstate', listen);
  }, []);
  return {
    begin: () => {
      page.current = shownAddress().pathname;
    },
    isLeft: () => page.current !== null && page.current !== shownAddress().pathname,
  };
}
