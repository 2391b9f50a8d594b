import { useEffect, useEffectEvent, type RefObject } from 'react';

/** How far outside of the window counts as near: about a screen and a half, so that nothing is seen to arrive. */
const MARGIN = '1200px 0px';

/** Tells when an element comes near the part of the page that shows, and when it leaves, with the height it has then. */
export function useNearView(
  element: RefObject<Element | null>,
  isWatched: boolean,
  onChange: (isNear: boolean, height: number) => void,
) {
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    const watched = element.current;
    if (watched === null || !isWatched) return undefined;
    const observer = new IntersectionObserver(
      (changes) => {
        const last = changes.at(-1);
        if (last) tell(last.isIntersecting, last.boundingClientRect.height);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, isWatched]);
}
