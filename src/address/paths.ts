/** Every path of the app, as the only place that spells them; a test holds them against the route table. */
export const paths = {
  overview: () => '/',
  meetings: () => '/meetings',
  meeting: (ordinal: number) => `/meetings/${ordinal}`,
  compare: () => '/compare',
  fields: () => '/fields',
  field: (id: string) => `/fields/${encodeURIComponent(id)}`,
  calendar: () => '/calendar',
  calendarYear: (year: number) => `/calendar/${String(year).padStart(4, '0')}`,
  exchangeYear: (id: string) => `/exchange-years/${encodeURIComponent(id)}`,
  sources: () => '/sources',
  source: (id: string) => `/sources/${encodeURIComponent(id)}`,
  people: () => '/people',
  person: (id: string) => `/people/${encodeURIComponent(id)}`,
  about: () => '/about',
};

/** The address under which a page is looked for, where that is another than its own. */
export const homeOf = (pathname: string): string =>
  pathname
    .replace(/^\/(compare|people)\b/, paths.meetings())
    .replace(/^\/exchange-years\b/, paths.calendar());
