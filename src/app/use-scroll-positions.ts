import { useEffect, useEffectEvent, useLayoutEffect } from 'react';

import { useRouterState } from './Routed.tsx';
import { rememberHeight, writeHeights } from './scroll-heights.ts';
import { idOf } from './use-place.ts';

/** Goes where a page is to be seen: where the reader was on it, the part that its address names, or its top. */
export function useScrollPositions(): void {
  const { visit, isUnderWay } = useRouterState();
  const { location, height, keepsPlace } = visit;
  const leave = useEffectEvent(() => {
    if (!isUnderWay) rememberHeight(location.key);
    writeHeights();
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    history.scrollRestoration = 'manual';
    const onHide = () => {
      leave();
      history.scrollRestoration = 'auto';
    };
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) history.scrollRestoration = 'manual';
    };
    window.addEventListener('pagehide', onHide, { signal });
    window.addEventListener('pageshow', onShow, { signal });
    return () => {
      listening.abort();
      history.scrollRestoration = 'auto';
    };
  }, []);
  useLayoutEffect(() => {
    if (height !== null) {
      window.scrollTo(0, height);
      return;
    }
    const part = location.hash === '' ? null : document.getElementById(idOf(location.hash));
    if (part !== null) part.scrollIntoView();
    else if (!keepsPlace) window.scrollTo(0, 0);
  }, [location, height, keepsPlace]);
}
