import type { ComponentType } from 'react';
import {
  UNSAFE_createBrowserHistory,
  UNSAFE_createRouter,
  UNSAFE_defaultMapRouteProperties,
  UNSAFE_hydrationRouteProperties,
  type DataRouter,
  type RouteObject,
} from 'react-router';

import { loadWhenOnline } from '#src/lib/network.ts';
import { LatePages } from './LatePages.tsx';
import { OverviewPage } from './OverviewPage.tsx';
import { loadPage, PAGES } from './pages.ts';
import { RootLayout } from './RootLayout.tsx';
import { RouteFailure } from './failure/RouteFailure.tsx';

/** A page in a chunk of its own; one that cannot be had for want of a network comes when there is one again. */
const page = (load: () => Promise<ComponentType>) => async () => ({
  Component: await loadWhenOnline(load),
});

/** The frame, with the overview in it at once and all other pages as they are asked for. */
const routes: RouteObject[] = [
  {
    path: '/',
    Component: RootLayout,
    ErrorBoundary: RouteFailure,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: RouteFailure,
        children: [
          { index: true, Component: OverviewPage },
          {
            Component: LatePages,
            children: Object.entries(PAGES).map(([path, load]) => ({
              path,
              lazy: page(() => loadPage(load)),
            })),
          },
          {
            path: '*',
            lazy: page(async () => (await import('./failure/NotFoundPage.tsx')).NotFoundPage),
          },
        ],
      },
    ],
  },
];

/** What `createBrowserRouter` makes, without what that file brings along for pages made on a server. */
export function createAppRouter(): DataRouter {
  return UNSAFE_createRouter({
    basename: import.meta.env.BASE_URL,
    history: UNSAFE_createBrowserHistory(),
    routes,
    mapRouteProperties: UNSAFE_defaultMapRouteProperties,
    hydrationRouteProperties: UNSAFE_hydrationRouteProperties,
  }).initialize();
}
