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
  '/calendar/2024?months=grids',
  '/exchange-years/culture-2024-2025',
  '/sources',
  '/sources/seed-28',
  '/people',
  '/people/li-qiang',
  '/about',
  '/no-such-page',
] as const;

/** An address with a parameter more, as `lang=ru`. */
export const withParameter = (address: string, parameter: string) =>
  `${address}${address.includes('?') ? '&' : '?'}${parameter}`;
