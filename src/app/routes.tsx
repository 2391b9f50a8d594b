import type { RouteObject } from 'react-router';

import { LatePages } from './LatePages.tsx';
import { OverviewPage } from './OverviewPage.tsx';
import { RootLayout } from './RootLayout.tsx';
import { RouteFailure } from './RouteFailure.tsx';

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
                lazy: async () => ({
                  Component: (await import('#src/features/meeting-list/MeetingsPage.tsx'))
                    .MeetingsPage,
                }),
              },
              {
                path: 'meetings/:ordinal',
                lazy: async () => ({
                  Component: (await import('#src/features/meetings/MeetingPage.tsx')).MeetingPage,
                }),
              },
              {
                path: 'compare',
                lazy: async () => ({
                  Component: (await import('#src/features/compare/ComparePage.tsx')).ComparePage,
                }),
              },
              {
                path: 'fields',
                lazy: async () => ({
                  Component: (await import('#src/features/fields/FieldsPage.tsx')).FieldsPage,
                }),
              },
              {
                path: 'fields/:field',
                lazy: async () => ({
                  Component: (await import('#src/features/fields/FieldPage.tsx')).FieldPage,
                }),
              },
              {
                path: 'calendar',
                lazy: async () => ({
                  Component: (await import('#src/features/calendar/CalendarPage.tsx')).CalendarPage,
                }),
              },
              {
                path: 'calendar/:year',
                lazy: async () => ({
                  Component: (await import('#src/features/calendar/CalendarYearPage.tsx'))
                    .CalendarYearPage,
                }),
              },
              {
                path: 'exchange-years/:id',
                lazy: async () => ({
                  Component: (await import('#src/features/calendar/ExchangeYearPage.tsx'))
                    .ExchangeYearPage,
                }),
              },
              {
                path: 'sources',
                lazy: async () => ({
                  Component: (await import('#src/features/sources/SourcesPage.tsx')).SourcesPage,
                }),
              },
              {
                path: 'sources/:id',
                lazy: async () => ({
                  Component: (await import('#src/features/sources/SourcePage.tsx')).SourcePage,
                }),
              },
              {
                path: 'people',
                lazy: async () => ({
                  Component: (await import('#src/features/people/PeoplePage.tsx')).PeoplePage,
                }),
              },
              {
                path: 'about',
                lazy: async () => ({
                  Component: (await import('#src/features/about/AboutPage.tsx')).AboutPage,
                }),
              },
            ],
          },
          {
            path: '*',
            lazy: async () => ({
              Component: (await import('./NotFoundPage.tsx')).NotFoundPage,
            }),
          },
        ],
      },
    ],
  },
];
