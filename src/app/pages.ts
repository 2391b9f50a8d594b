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
  'people/:person': async () => (await import('#src/features/people/PersonPage.tsx')).PersonPage,
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

/** Pages on their way before the app itself has come. */
const early = new Map<LoadPage, Promise<ComponentType>>();

/** Asks at once for the page of a path, beside the rest of the app, which would ask for it when it has come itself. */
export function askForPage(pathname: string): void {
  const path = pathname.slice(import.meta.env.BASE_URL.length).replace(/\/$/, '');
  const load = Object.entries(PAGES).find(([pattern]) => matches(pattern, path))?.[1];
  if (load === undefined) return;
  const page = load();
  // Told by whoever shows the page.
  page.catch(() => undefined);
  early.set(load, page);
}

/**
 * A page that is on its way already, else one that is asked for now. What failed early has failed for whoever shows the page:
 * a style sheet that is asked for once more right away would be taken for one that is there.
 */
export function loadPage(load: LoadPage): Promise<ComponentType> {
  const page = early.get(load) ?? load();
  early.delete(load);
  return page;
}
