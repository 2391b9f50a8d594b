import type { Named } from '#src/api/schemas/common.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';

/** Those who chaired any of the meetings, each once, in the order in which the meetings name them. */
export function chairsOf(meetings: readonly Pick<MeetingSummary, 'coChairs'>[]): Named[] {
  const people = meetings.flatMap(({ coChairs }) => coChairs.map(({ person }) => person));
  return [...new Map(people.map((person) => [person.id, person])).values()];
}
