import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { type Check, needSome } from '../check.ts';
import { idsOf } from '../oracle.ts';
import { Broken } from '../outcome.ts';
import type { Snapshot } from '../snapshot.ts';

type Id = string | number;

/** What the answers to one request name has to be on its own list, and once. */
const namesIn = (request: string) => ({
  known: (place: string, list: ReadonlySet<Id>, id: Id): void => {
    if (!list.has(id)) throw new Broken('rule 3', request, 'unknown-id', { place, id });
  },
  once: (place: string, ids: readonly Id[]): void => {
    const id = ids.find((one, index) => ids.indexOf(one) !== index);
    if (id !== undefined) throw new Broken('rule 3', request, 'repeated', { place, id });
  },
});

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

function expectCalendarNames(
  items: readonly CalendarItem[],
  all: ReturnType<typeof sets>,
  bodies: ReadonlySet<Id>,
): void {
  const { known, once } = namesIn('GET /calendar');
  once('calendar', idsOf(items));
  for (const { id, fields, meeting, exchangeYear, commission, host, source } of items) {
    const place = `calendar item ${id}`;
    once(`${place}: fields`, idsOf(fields));
    for (const field of fields) known(`${place}: field`, all.fields, field.id);
    if (meeting !== null) known(`${place}: meeting`, all.meetings, meeting);
    if (exchangeYear !== null) known(`${place}: exchange year`, all.years, exchangeYear.id);
    if (commission !== null) known(`${place}: commission`, bodies, commission.id);
    if (host !== null) known(`${place}: host`, all.parties, host);
    if (source !== null) known(`${place}: source`, all.sources, source.id);
  }
}

export const ID_CHECKS: readonly Check[] = [
  {
    id: 'ids-resolve',
    rule: 'rule 3',
    name: 'every id that an entry names is known, and none stands twice',
    run: ({ snapshot }) => {
      needSome(snapshot.entries, 'entry');
      const all = sets(snapshot);
      const { known, once } = namesIn('GET /entries');
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
    },
  },
  {
    id: 'other-ids',
    rule: 'rule 3',
    name: 'every id that meetings, people, exchange years, documents and the calendar name is known',
    run: ({ snapshot }) => {
      const all = sets(snapshot);
      const { taxonomy, meetings, people, exchangeYears, sources, commissions, calendar } =
        snapshot;
      const ofFields = namesIn('GET /fields');
      for (const { id, group } of taxonomy.fields)
        ofFields.known(`field ${id}: group`, all.groups, group);
      const ofMeetings = namesIn('GET /meetings');
      for (const { ordinal, coChairs, host } of meetings) {
        const place = `meeting ${ordinal}`;
        if (host !== null) ofMeetings.known(`${place}: host`, all.parties, host);
        for (const { person, party, source } of coChairs) {
          ofMeetings.known(`${place}: co-chair`, all.people, person.id);
          ofMeetings.known(`${place}: party of a co-chair`, all.parties, party);
          if (source !== null)
            ofMeetings.known(`${place}: source of a co-chair`, all.sources, source.id);
        }
      }
      const ofPeople = namesIn('GET /people');
      for (const { id, party } of people.items) ofPeople.known(`${id}: party`, all.parties, party);
      ofPeople.once('people', idsOf(people.items));
      const ofYears = namesIn('GET /exchange-years');
      for (const { id, field, hosting } of exchangeYears.items) {
        ofYears.known(`exchange year ${id}: field`, all.fields, field.id);
        for (const { host, year } of hosting)
          ofYears.known(`exchange year ${id}: host of ${year}`, all.sides, host);
      }
      ofYears.once('exchange years', idsOf(exchangeYears.items));
      const ofSources = namesIn('GET /sources');
      for (const { id, reportedBy, copy } of sources) {
        if (reportedBy !== undefined)
          ofSources.known(`source ${id}: reportedBy`, all.reporters, reportedBy);
        if (copy?.of) ofSources.known(`source ${id}: what it is a copy of`, all.sources, copy.of);
      }
      ofSources.once('sources', idsOf(sources));
      const bodies = new Set<Id>(idsOf(commissions.items));
      const ofCommissions = namesIn('GET /commissions');
      for (const { id, fields, sessions } of commissions.items) {
        ofCommissions.once(`commission ${id}: fields`, idsOf(fields));
        for (const field of fields)
          ofCommissions.known(`commission ${id}: field`, all.fields, field.id);
        for (const { date, source } of sessions)
          if (source !== null)
            ofCommissions.known(`commission ${id}: source of ${date}`, all.sources, source.id);
      }
      ofCommissions.once('commissions', idsOf(commissions.items));
      expectCalendarNames(calendar.items, all, bodies);
    },
  },
];
