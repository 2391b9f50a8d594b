import type { Edition } from './edition.ts';

const present = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.filter((text): text is string => typeof text === 'string');

/** Every text of an edition that can be translated: sentences, remarks, venues, names of hosting years, figures. */
export function textsOf(edition: Edition): string[] {
  return present([
    ...(edition.mechanism.notes ?? []),
    ...edition.entries.map(({ text }) => text),
    ...edition.meetings.flatMap(({ venue, attendance, notes }) => [venue, attendance?.text, notes]),
    ...edition.exchangeYears.flatMap(({ hosting, events, figures, notes }) => [
      ...hosting.map(({ name }) => name),
      ...events.map(({ text }) => text),
      ...figures.flatMap(({ label, unit }) => [label, unit]),
      notes,
    ]),
    ...edition.commissions.map(({ notes }) => notes),
  ]);
}
