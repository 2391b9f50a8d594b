import { latePage } from './late-page.tsx';
import { OverviewPage } from './OverviewPage.tsx';
import { loadPage, PAGES } from './pages.ts';
import type { Page } from './router.ts';

/** The overview at once, and all other pages as they are asked for, each in a chunk of its own. */
export const ROUTES: Readonly<Record<string, Page>> = {
  '/': { Component: OverviewPage },
  ...Object.fromEntries(
    Object.entries(PAGES).map(([path, load]) => [
      path,
      { load: async () => latePage(await loadPage(load)) },
    ]),
  ),
  '*': { load: async () => (await import('./failure/NotFoundPage.tsx')).NotFoundPage },
};
