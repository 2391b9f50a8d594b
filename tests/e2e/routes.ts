/** One address per route of the app, as a reader of the demonstration record would open it. */
export const ROUTES = [
  '/',
  '/meetings',
  '/meetings/28',
  '/compare?a=27&b=28',
  '/fields',
  '/fields/energy',
  '/calendar',
  '/calendar?form=agenda',
  '/calendar/2024',
  '/exchange-years/culture-2024-2025',
  '/sources',
  '/sources/seed-28',
  '/people',
  '/people/li-qiang',
  '/about',
  '/no-such-page',
] as const;
