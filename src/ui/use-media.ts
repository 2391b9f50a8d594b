import { useSyncExternalStore } from 'react';

interface Followed {
  isMatching: () => boolean;
  subscribe: (notify: () => void) => () => void;
}

/**
 * One list for each query, for as long as the page lives: Chromium keeps what it found for every list that was ever made.
 * Its value is taken when it changes and not when it is read: a list that one part has read in the midst of a change
 * (on the way to paper) tells the others nothing of it.
 */
const followed = new Map<string, Followed>();

function follow(query: string): Followed {
  const list = window.matchMedia(query);
  const readers = new Set<() => void>();
  let isMatching = list.matches;
  list.addEventListener('change', ({ matches }) => {
    isMatching = matches;
    for (const notify of readers) notify();
  });
  const media: Followed = {
    isMatching: () => isMatching,
    subscribe(notify) {
      readers.add(notify);
      return () => readers.delete(notify);
    },
  };
  followed.set(query, media);
  return media;
}

/** True while a media query matches; for what CSS alone cannot do, such as the height of a drawing's rows. */
export function useMedia(query: string): boolean {
  const { subscribe, isMatching } = followed.get(query) ?? follow(query);
  return useSyncExternalStore(subscribe, isMatching);
}

/** True where the reader asked for less motion. Named as recharts names it, which takes this in place of its own (vite/replaced-parts.ts). */
export const usePrefersReducedMotion = (): boolean => useMedia('(prefers-reduced-motion: reduce)');
