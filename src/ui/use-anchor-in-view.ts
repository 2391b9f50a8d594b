import { useEffect } from 'react';
import { useLocation } from 'react-router';

/**
 * Goes to the place that the address names, once what it names has come: into view, and with the focus where the place
 * takes one, so that the keyboard goes on from there.
 */
export function useAnchorInView(isThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!isThere || hash === '') return;
    const place = document.getElementById(hash.slice(1));
    place?.scrollIntoView();
    place?.focus({ preventScroll: true });
  }, [isThere, hash]);
}
