import type { Named } from '#src/api/schemas/common.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';

/** Those who chaired any of the meetings, each once, in the order in which the meetings name them. */
export function chairsOf(meetings: readonly Pick<MeetingSummary, 'coChairs'>[]): Named[] {
  const people = meetings.flatMap(({ coChairs }) => coChairs.map(({ person }) => person));
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

/**
 * Who is set against a person first: whoever chaired for the same party before, by the last meeting of each; of the
 * earliest whoever came after. Null where the party had nobody else.
 */
export function neighbourOf(
  person: string,
  meetings: readonly Pick<MeetingSummary, 'ordinal' | 'coChairs'>[],
): Named | null {
  const chairs = meetings
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .flatMap(({ coChairs }) => coChairs);
  const party = chairs.findLast((chair) => chair.person.id === person)?.party;
  const own = chairs.filter((chair) => chair.party === party).map((chair) => chair.person);
  // A map keeps a key where it first stood: deleted and set again, each person stands at the last meeting chaired.
  const inOrder = new Map<string, Named>();
  for (const one of own) {
    inOrder.delete(one.id);
    inOrder.set(one.id, one);
  }
  const people = [...inOrder.values()];
  const at = people.findIndex(({ id }) => id === person);
  return people[at === 0 ? 1 : at - 1] ?? null;
}
