import type { ComponentType } from 'react';

type LoadPage = () => Promise<ComponentType>;

/** Every page but the overview, by the pattern of its path below the app's own; each is a chunk of its own. */
export const PAGES: Readonly<Record<string, LoadPage>> = {
  meetings: async () => (await import('#src/features/meeting-list/MeetingsPage.tsx')).MeetingsPage,
  'meetings/:ordinal': async () =>
    (await import('#src/features/meetings/MeetingPage.tsx')).MeetingPage,
  compare: async () => (await import('#src/features/compare/ComparePage.tsx')).ComparePage,
  fields: async () => (await import('#src/features/fields/FieldsPage.tsx')).FieldsPage,
  'fields/:field': async () => (await import('#src/features/fields/FieldPage.tsx')).FieldPage,
  calendar: async () => (await import('#src/features/calendar/CalendarPage.tsx')).CalendarPage,
  'calendar/:year': async () =>
    (await import('#src/features/calendar/CalendarYearPage.tsx')).CalendarYearPage,
  'exchange-years/:id': async () =>
    (await import('#src/features/calendar/ExchangeYearPage.tsx')).ExchangeYearPage,
  sources: async () => (await import('#src/features/sources/SourcesPage.tsx')).SourcesPage,
  'sources/:id': async () => (await import('#src/features/sources/SourcePage.tsx')).SourcePage,
  people: async () => (await import('#src/features/people/PeoplePage.tsx')).PeoplePage,
  about: async () => (await import('#src/features/about/AboutPage.tsx')).AboutPage,
};

/** True where a path has as many parts as a pattern, and the same but for those that the pattern only names. */
function matches(pattern: string, path: string): boolean {
  const [wanted, parts] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === parts.length &&
    wanted.every((part, index) => part.startsWith(':') || part === parts[index])
  );
}

/**
 * Asks at once for the page of a path, beside the rest of the app, which would ask for it when it has come itself. What
 * does not come is asked for again then.
 */
export function askForPage(pathname: string): void {
  const path = pathname.slice(import.meta.env.BASE_URL.length).replace(/\/$/, '');
  const found = Object.entries(PAGES).find(([pattern]) => matches(pattern, path));
  found?.[1]().catch(() => undefined);
}
