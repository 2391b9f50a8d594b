import { expectSame } from '../backend-under-test.ts';
import { type Check } from '../check.ts';
import { matchEntries } from '../oracle.ts';
import { Broken } from '../outcome.ts';

const READ = 'what was read of the backend';

/** A name or a date that is told in two places is the same in both: neither is made more precise on the way. */
const sameEverywhere: Check = {
  rule: 'rule 3',
  name: 'what an entry, an exchange year or the calendar tells of another thing is what that thing tells',
  run: ({ snapshot }) => {
    const { entries, meetings, taxonomy, calendar, exchangeYears } = snapshot;
    const dateOf = new Map(meetings.map(({ ordinal, date }) => [ordinal, date]));
    const fieldOf = new Map(taxonomy.fields.map((field) => [field.id, field]));
    const yearOf = new Map(exchangeYears.items.map(({ id, name }) => [id, name]));
    const same = (what: string, got: unknown, due: unknown) =>
      expectSame('rule 3', READ, what, got, due);
    for (const { id, meeting, fields, exchangeYears: years } of entries) {
      same(`entry ${id}: date of its meeting`, meeting.date, dateOf.get(meeting.ordinal));
      for (const field of fields) same(`entry ${id}: field`, field, fieldOf.get(field.id));
      for (const year of years) same(`entry ${id}: exchange year`, year.name, yearOf.get(year.id));
    }
    for (const { field, id } of exchangeYears.items)
      same(`exchange year ${id}: field`, field, fieldOf.get(field.id));
    for (const { kind, meeting, date } of calendar.items)
      if (kind === 'meeting' && meeting !== null)
        same(`calendar: date of meeting ${meeting}`, date, dateOf.get(meeting));
    return Promise.resolve();
  },
};

/** The counts that lists carry are those of the entries. */
const listedCounts: Check = {
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
    return Promise.resolve();
  },
};

/** Lists without pages count what they hold. */
const plainTotals: Check = {
  rule: 'rule 2',
  name: 'lists without pages have as many things as they say',
  run: ({ snapshot }) => {
    const { people, commissions, exchangeYears } = snapshot;
    for (const [name, { items, total }] of Object.entries({ people, commissions, exchangeYears }))
      expectSame('rule 2', READ, `total of ${name}`, total, items.length);
    return Promise.resolve();
  },
};

/** Terms are derived from the meetings that someone co-chaired, so they name those and no others. */
const termsAreMeetings: Check = {
  rule: 'rule 3',
  name: 'a person’s terms are the meetings that they co-chaired',
  run: ({ snapshot }) => {
    for (const { id, terms } of snapshot.people.items) {
      const due = snapshot.meetings.filter(({ coChairs }) =>
        coChairs.some(({ person }) => person.id === id),
      );
      const got = terms.flatMap(({ meetings }) => meetings).toSorted((a, b) => a - b);
      const ordinals = due.map(({ ordinal }) => ordinal);
      expectSame('rule 3', READ, `meetings in the terms of ${id}`, got, ordinals);
    }
    return Promise.resolve();
  },
};

const milestonesResolve: Check = {
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
          throw new Broken('rule 3', READ, {
            detail: `${id}: a milestone of ${meeting ?? entry}, not there`,
          });
      }
    return Promise.resolve();
  },
};

export const AGREEMENT_CHECKS: readonly Check[] = [
  plainTotals,
  sameEverywhere,
  termsAreMeetings,
  milestonesResolve,
  listedCounts,
];
