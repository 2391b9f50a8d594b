import type { PersonList, Term } from '#src/api/schemas/meetings.ts';
import type { MeetingFact, RecordData } from '../record/record.ts';
import type { Lookup } from './record-lookup.ts';

type Run = { office: string; meetings: MeetingFact[] };

/**
 * A person's runs of meetings in one office. A meeting at which the party has another co-chair, or none that is this
 * person in this office, ends a run; a meeting without any co-chair of the party on record does not.
 */
function toRuns(person: string, party: string, meetings: readonly MeetingFact[]): Run[] {
  const runs: Run[] = [];
  let open: Run[] = [];
  for (const meeting of meetings) {
    const chairs = meeting.coChairs.filter((chair) => chair.party === party);
    if (chairs.length === 0) continue;
    const offices = [
      ...new Set(chairs.filter((chair) => chair.person === person).map(({ office }) => office)),
    ];
    open = offices.map((office) => {
      const run = open.find((one) => one.office === office);
      if (run) {
        run.meetings.push(meeting);
        return run;
      }
      const begun = { office, meetings: [meeting] };
      runs.push(begun);
      return begun;
    });
  }
  return runs;
}

function toTerm({ office, meetings }: Run, lookup: Lookup): Term {
  return {
    office: lookup.office(office),
    from: meetings[0]?.date ?? '',
    to: meetings.at(-1)?.date ?? '',
    meetings: meetings.map(({ ordinal }) => ordinal),
  };
}

/** Terms are derived from the meetings, never stored. */
export function listPeople(record: RecordData, lookup: Lookup): PersonList {
  const meetings = record.meetings.toSorted((a, b) => a.ordinal - b.ordinal);
  const items = record.people.map(({ id, name, party }) => ({
    id,
    name,
    party,
    terms: toRuns(id, party, meetings).map((run) => toTerm(run, lookup)),
  }));
  return { items, total: items.length };
}
