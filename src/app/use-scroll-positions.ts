import { use, useEffect, useLayoutEffect } from 'react';
import { UNSAFE_DataRouterContext, UNSAFE_DataRouterStateContext } from 'react-router';

import { idOf } from './use-place.ts';

const KEY = 'react-router-scroll-positions';
/** Browsers remember no more than 50 or 100 pages of a tab: what was kept of older ones nobody can go back to. */
const MOST = 200;

/** How far each page of this tab's history was scrolled, in CSS pixels, by the key of its entry. */
let positions: Record<string, number> = {};

function readPositions(): void {
  try {
    positions = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, number>;
  } catch {
    // Without storage a reload begins at the top.
  }
}

function writePositions(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(positions));
  } catch {
    // As above.
  }
}

/**
 * Goes where a page is to be seen: where the reader was on it, the part that its address names, or its top. What the
 * library's own component does, which brings along all that it needs on a server: 7 kB before the first facts.
 */
export function useScrollPositions(): void {
  const context = use(UNSAFE_DataRouterContext);
  const state = use(UNSAFE_DataRouterStateContext);
  if (context === null || state === null) throw new Error('There is no router above');
  const { router } = context;
  const { location, restoreScrollPosition, preventScrollReset } = state;
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    history.scrollRestoration = 'manual';
    const onHide = () => {
      const now = router.state;
      if (now.navigation.state === 'idle') positions[now.location.key] = window.scrollY;
      writePositions();
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
  }, [router]);
  useLayoutEffect(() => {
    readPositions();
    return router.enableScrollRestoration(positions, () => window.scrollY);
  }, [router]);
  useLayoutEffect(() => {
    const [oldest, ...later] = Object.keys(positions);
    if (oldest !== undefined && later.length >= MOST) delete positions[oldest];
    if (restoreScrollPosition === false) return;
    if (typeof restoreScrollPosition === 'number') {
      window.scrollTo(0, restoreScrollPosition);
      return;
    }
    const part = location.hash === '' ? null : document.getElementById(idOf(location.hash));
    if (part !== null) part.scrollIntoView();
    else if (!preventScrollReset) window.scrollTo(0, 0);
  }, [location, restoreScrollPosition, preventScrollReset]);
}
