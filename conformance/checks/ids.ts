import { type Check } from '../check.ts';
import { Broken } from '../outcome.ts';
import type { Snapshot } from '../snapshot.ts';

const READ = 'what was read of the backend';

type Id = string | number;
type Known = (place: string, set: ReadonlySet<Id>, id: Id) => void;

const known: Known = (place, set, id) => {
  if (!set.has(id)) throw new Broken('rule 3', READ, `${place}: ${id}, which nothing else knows`);
};
function once(place: string, ids: readonly Id[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new Broken('rule 3', READ, `${place}: ${twice} stands there twice`);
}
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

function sets({ taxonomy, sources, exchangeYears, meetings, mechanism, people }: Snapshot) {
  const parties = idsOf(mechanism.parties);
  return {
    fields: new Set<Id>(idsOf(taxonomy.fields)),
    groups: new Set<Id>(idsOf(taxonomy.groups)),
    sources: new Set<Id>(idsOf(sources)),
    years: new Set<Id>(idsOf(exchangeYears.items)),
    meetings: new Set<Id>(meetings.map(({ ordinal }) => ordinal)),
    parties: new Set<Id>(parties),
    sides: new Set<Id>([...parties, 'joint']),
    reporters: new Set<Id>([...parties, 'joint', 'third']),
    people: new Set<Id>(idsOf(people.items)),
  };
}

const entriesName: Check = {
  rule: 'rule 3',
  name: 'every id that an entry names is known, and none stands twice',
  run: ({ snapshot }) => {
    const all = sets(snapshot);
    once('entries', idsOf(snapshot.entries));
    for (const entry of snapshot.entries) {
      const { id, fields, exchangeYears, party, meeting, source, evidence = [] } = entry;
      const place = `entry ${id}`;
      for (const field of fields) {
        known(`${place}: field`, all.fields, field.id);
        known(`${place}: group`, all.groups, field.group);
      }
      for (const year of exchangeYears) known(`${place}: exchange year`, all.years, year.id);
      known(`${place}: party`, all.sides, party);
      known(`${place}: meeting`, all.meetings, meeting.ordinal);
      if (source !== null) known(`${place}: source`, all.sources, source.id);
      for (const piece of evidence)
        known(`${place}: source of evidence`, all.sources, piece.source.id);
      once(`${place}: fields`, idsOf(fields));
      once(`${place}: exchange years`, idsOf(exchangeYears));
    }
    return Promise.resolve();
  },
};

const othersName: Check = {
  rule: 'rule 3',
  name: 'every id that meetings, people, exchange years, documents and the calendar name is known',
  run: ({ snapshot }) => {
    const all = sets(snapshot);
    const { taxonomy, meetings, people, exchangeYears, sources, commissions, calendar } = snapshot;
    for (const { id, group } of taxonomy.fields) known(`field ${id}: group`, all.groups, group);
    for (const { ordinal, coChairs, host } of meetings) {
      const place = `meeting ${ordinal}`;
      if (host !== null) known(`${place}: host`, all.parties, host);
      for (const { person, party, source } of coChairs) {
        known(`${place}: co-chair`, all.people, person.id);
        known(`${place}: party of a co-chair`, all.parties, party);
        if (source !== null) known(`${place}: source of a co-chair`, all.sources, source.id);
      }
    }
    for (const { id, party } of people.items) known(`${id}: party`, all.parties, party);
    for (const { id, field, hosting } of exchangeYears.items) {
      known(`exchange year ${id}: field`, all.fields, field.id);
      for (const { host, year } of hosting)
        known(`exchange year ${id}: host of ${year}`, all.sides, host);
    }
    for (const { id, reportedBy, copy } of sources) {
      if (reportedBy !== undefined) known(`source ${id}: reportedBy`, all.reporters, reportedBy);
      if (copy?.of) known(`source ${id}: what it is a copy of`, all.sources, copy.of);
    }
    const bodies = new Set<Id>(idsOf(commissions.items));
    for (const { id, fields, sessions } of commissions.items) {
      once(`commission ${id}: fields`, idsOf(fields));
      for (const field of fields) known(`commission ${id}: field`, all.fields, field.id);
      for (const { date, source } of sessions)
        if (source !== null) known(`commission ${id}: source of ${date}`, all.sources, source.id);
    }
    once('calendar', idsOf(calendar.items));
    for (const { id, fields, meeting, exchangeYear, commission, host, source } of calendar.items) {
      const place = `calendar item ${id}`;
      once(`${place}: fields`, idsOf(fields));
      for (const field of fields) known(`${place}: field`, all.fields, field.id);
      if (meeting !== null) known(`${place}: meeting`, all.meetings, meeting);
      if (exchangeYear !== null) known(`${place}: exchange year`, all.years, exchangeYear.id);
      if (commission !== null) known(`${place}: commission`, bodies, commission.id);
      if (host !== null) known(`${place}: host`, all.parties, host);
      if (source !== null) known(`${place}: source`, all.sources, source.id);
    }
    const lists = { people, exchangeYears, commissions, sources: { items: sources } };
    for (const [name, { items }] of Object.entries(lists)) once(name, idsOf(items));
    return Promise.resolve();
  },
};

export const ID_CHECKS: readonly Check[] = [entriesName, othersName];
