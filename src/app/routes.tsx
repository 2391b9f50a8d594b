import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

import { loadWhenOnline } from '#src/lib/network.ts';
import { LatePages } from './LatePages.tsx';
import { OverviewPage } from './OverviewPage.tsx';
import { RootLayout } from './RootLayout.tsx';
import { RouteFailure } from './RouteFailure.tsx';

/** A page in a chunk of its own; one that cannot be had for want of a network comes when there is one again. */
const page = (load: () => Promise<ComponentType>) => async () => ({
  Component: await loadWhenOnline(load),
});

/** Every route on one screen. All but the first view are chunks of their own. */
export const routes: RouteObject[] = [
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
            children: [
              {
                path: 'meetings',
                lazy: page(
                  async () =>
                    (await import('#src/features/meeting-list/MeetingsPage.tsx')).MeetingsPage,
                ),
              },
              {
                path: 'meetings/:ordinal',
                lazy: page(
                  async () => (await import('#src/features/meetings/MeetingPage.tsx')).MeetingPage,
                ),
              },
              {
                path: 'compare',
                lazy: page(
                  async () => (await import('#src/features/compare/ComparePage.tsx')).ComparePage,
                ),
              },
              {
                path: 'fields',
                lazy: page(
                  async () => (await import('#src/features/fields/FieldsPage.tsx')).FieldsPage,
                ),
              },
              {
                path: 'fields/:field',
                lazy: page(
                  async () => (await import('#src/features/fields/FieldPage.tsx')).FieldPage,
                ),
              },
              {
                path: 'calendar',
                lazy: page(
                  async () =>
                    (await import('#src/features/calendar/CalendarPage.tsx')).CalendarPage,
                ),
              },
              {
                path: 'calendar/:year',
                lazy: page(
                  async () =>
                    (await import('#src/features/calendar/CalendarYearPage.tsx')).CalendarYearPage,
                ),
              },
              {
                path: 'exchange-years/:id',
                lazy: page(
                  async () =>
                    (await import('#src/features/calendar/ExchangeYearPage.tsx')).ExchangeYearPage,
                ),
              },
              {
                path: 'sources',
                lazy: page(
                  async () => (await import('#src/features/sources/SourcesPage.tsx')).SourcesPage,
                ),
              },
              {
                path: 'sources/:id',
                lazy: page(
                  async () => (await import('#src/features/sources/SourcePage.tsx')).SourcePage,
                ),
              },
              {
                path: 'people',
                lazy: page(
                  async () => (await import('#src/features/people/PeoplePage.tsx')).PeoplePage,
                ),
              },
              {
                path: 'about',
                lazy: page(
                  async () => (await import('#src/features/about/AboutPage.tsx')).AboutPage,
                ),
              },
            ],
          },
          {
            path: '*',
            lazy: page(async () => (await import('./NotFoundPage.tsx')).NotFoundPage),
          },
        ],
      },
    ],
  },
];
