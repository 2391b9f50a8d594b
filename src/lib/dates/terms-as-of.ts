import type { MeetingSummary, Person, Term } from '#src/api/schemas/meetings.ts';
import { isAfter } from './as-of.ts';

/**
 * The people and their terms as a reader on `asOf` would have known them: meetings after that day do not count, and a
 * term that has none by then is not there yet. A meeting that is not among `meetings` is taken as held.
 */
export function peopleAsOf(
  people: readonly Person[],
  meetings: readonly MeetingSummary[],
  asOf: string,
): Person[] {
  const dates = new Map(meetings.map(({ ordinal, date }) => [ordinal, date]));
  const isHeld = (ordinal: number) => !isAfter(dates.get(ordinal) ?? '0001', asOf);
  const cut = (term: Term): Term[] => {
    const held = term.meetings.filter(isHeld);
    const last = held.at(-1);
    if (last === undefined) return [];
    const isWhole = held.length === term.meetings.length;
    return [{ ...term, meetings: held, to: isWhole ? term.to : (dates.get(last) ?? term.to) }];
  };
  return people
    .map((person) => ({ ...person, terms: person.terms.flatMap(cut) }))
    .filter(({ terms }) => terms.length > 0);
}
