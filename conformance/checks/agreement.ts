import { expectSame } from '../backend-under-test.ts';
import { type Check } from '../check.ts';
import { compareText, matchEntries } from '../oracle.ts';
import { broken } from '../outcome.ts';
import type { Snapshot } from '../snapshot.ts';

const READ = 'what was read of the backend';

type Term = { party: string; office: string; from: string; to: string; meetings: number[] };

/** The runs of meetings that someone co-chaired for a party in an office; another co-chair of the party ends one. */
function dueTerms(id: string, meetings: Snapshot['meetings']): Term[] {
  const terms: Term[] = [];
  let open: Term[] = [];
  for (const { ordinal, date, coChairs } of meetings) {
    const here: Term[] = [];
    for (const { person, party, office } of coChairs) {
      if (person.id !== id || here.some((one) => one.party === party && one.office === office.id))
        continue;
      const started = open.find((one) => one.party === party && one.office === office.id);
      const term = started ?? { party, office: office.id, from: date, to: date, meetings: [] };
      if (started === undefined) terms.push(term);
      term.to = date;
      term.meetings.push(ordinal);
      here.push(term);
    }
    const isUntold = ({ party }: Term) => coChairs.every((chair) => chair.party !== party);
    open = [...here, ...open.filter(isUntold)];
  }
  return terms;
}

export const AGREEMENT_CHECKS: readonly Check[] = [
  /** Lists without pages count what they hold. */
  {
    rule: 'rule 2',
    name: 'lists without pages have as many things as they say',
    run: ({ snapshot, same }) => {
      const { people, commissions, exchangeYears } = snapshot;
      for (const [name, { items, total }] of Object.entries({ people, commissions, exchangeYears }))
        same(READ, `total of ${name}`, total, items.length);
    },
  },
  /** A name or a date that is told in two places is the same in both: neither is made more precise on the way. */
  {
    rule: 'rule 3',
    name: 'what an entry, an exchange year or the calendar tells of another thing is what that thing tells',
    run: ({ snapshot }) => {
      const { entries, meetings, taxonomy, calendar, exchangeYears, mechanism } = snapshot;
      const dateOf = new Map(meetings.map(({ ordinal, date }) => [ordinal, date]));
      const fieldOf = new Map(taxonomy.fields.map((field) => [field.id, field]));
      const yearOf = new Map(exchangeYears.items.map(({ id, name }) => [id, name]));
      const same = (what: string, got: unknown, due: unknown) =>
        expectSame('rule 3', READ, what, got, due);
      for (const { id, meeting, fields, exchangeYears: years } of entries) {
        same(`entry ${id}: date of its meeting`, meeting.date, dateOf.get(meeting.ordinal));
        for (const field of fields) same(`entry ${id}: field`, field, fieldOf.get(field.id));
        for (const year of years)
          same(`entry ${id}: exchange year`, year.name, yearOf.get(year.id));
      }
      same('calendar: title', calendar.title, mechanism.name);
      for (const { field, id } of exchangeYears.items)
        same(`exchange year ${id}: field`, field, fieldOf.get(field.id));
      for (const { kind, meeting, date } of calendar.items)
        if (kind === 'meeting' && meeting !== null)
          same(`calendar: date of meeting ${meeting}`, date, dateOf.get(meeting));
    },
  },
  /** Terms are derived from the meetings that someone co-chaired, so they name those and no others. */
  {
    rule: 'rule 3',
    name: 'a person’s terms are the runs of meetings that they co-chaired in one office, and no others',
    run: ({ snapshot, same }) => {
      const byStart = (a: number[], b: number[]) => Number(a[0]) - Number(b[0]);
      for (const { id, party, terms } of snapshot.people.items) {
        const due = dueTerms(id, snapshot.meetings);
        const inWords = (term: Pick<Term, 'from' | 'to' | 'meetings'>, office: string) =>
          `${office}, ${term.from} to ${term.to}: ${term.meetings.join()}`;
        const got = terms.map((term) => inWords(term, term.office.id)).toSorted(compareText);
        const dueWords = due.map((term) => inWords(term, term.office)).toSorted(compareText);
        same(READ, `terms of ${id}`, got, dueWords);
        const runs = terms.map(({ meetings }) => meetings);
        same(READ, `order of the terms of ${id}`, runs, runs.toSorted(byStart));
        const [own] = due;
        if (own !== undefined && due.every((term) => term.party === own.party))
          same(READ, `party of ${id}`, party, own.party);
      }
    },
  },
  {
    rule: 'rule 3',
    name: 'what a milestone of an exchange year rests on is there',
    needsWhole: true,
    run: (context) => {
      const { entries, meetings, exchangeYears } = context.snapshot;
      const ordinals = new Set(meetings.map(({ ordinal }) => ordinal));
      const ids = new Set(entries.map(({ id }) => id));
      for (const { id, milestones } of exchangeYears.items)
        for (const { meeting, entry } of milestones) {
          const isThere =
            (meeting === null || ordinals.has(meeting)) && (entry === null || ids.has(entry));
          if (!isThere)
            throw broken('rule 3', READ, `${id}: a milestone of ${meeting ?? entry}, not there`);
        }
    },
  },
  /** The counts that lists carry are those of the entries. */
  {
    rule: 'rule 1',
    name: 'meetings, exchange years and documents count their entries',
    needsWhole: true,
    run: (context) => {
      const { entries, meetings, exchangeYears, sources } = context.snapshot;
      const same = (what: string, got: number, due: number) =>
        expectSame('rule 1', READ, what, got, due);
      for (const { ordinal, ...listed } of meetings) {
        const own = matchEntries(entries, { meeting: [ordinal] });
        same(`entries of meeting ${ordinal}`, listed.entries, own.length);
        const fields = new Set(own.flatMap((entry) => entry.fields.map(({ id }) => id)));
        same(`fields of meeting ${ordinal}`, listed.fields, fields.size);
      }
      for (const { id, entries: listed } of exchangeYears.items)
        same(`entries of ${id}`, listed, matchEntries(entries, { exchangeYear: [id] }).length);
      for (const { id, entries: listed } of sources)
        same(`entries of ${id}`, listed, matchEntries(entries, { source: [id] }).length);
    },
  },
];
