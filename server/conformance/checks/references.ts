import { firstDay, isEdtfDate, lastDay } from '#src/api/edtf.ts';
import { expectSame } from '../backend-under-test.ts';
import type { Check } from '../check.ts';
import { Broken } from '../outcome.ts';

const READ = 'what was read of the backend';
const MOST_DETAILS = 12;

/** A sample that has both ends and is spread over the rest. */
function sample<Item>(items: readonly Item[]): Item[] {
  if (items.length <= MOST_DETAILS) return [...items];
  const step = (items.length - 1) / (MOST_DETAILS - 1);
  return Array.from({ length: MOST_DETAILS }, (_, index) => items[Math.round(index * step)]!);
}

const idsResolve: Check = {
  rule: 'rule 3',
  name: 'every id that an entry, a meeting or an exchange year names is known',
  run: ({ snapshot }) => {
    const { choices, taxonomy, mechanism, people } = snapshot;
    const known = (name: string) => new Set(choices[name]);
    const [fields, sources, years, meetings, parties, groups] = [
      'field',
      'source',
      'exchangeYear',
      'meeting',
      'party',
      'group',
    ].map(known) as [
      Set<unknown>,
      Set<unknown>,
      Set<unknown>,
      Set<unknown>,
      Set<unknown>,
      Set<unknown>,
    ];
    const chairs = new Set(people.items.map(({ id }) => id));
    const need = (isThere: boolean, what: string) => {
      if (!isThere) throw new Broken('rule 3', READ, `${what}, which nothing else knows`);
    };
    for (const { id, group } of taxonomy.fields) need(groups.has(group), `field ${id}: ${group}`);
    for (const entry of snapshot.entries) {
      for (const { id } of entry.fields) need(fields.has(id), `entry ${entry.id}: field ${id}`);
      for (const { id } of entry.exchangeYears)
        need(years.has(id), `entry ${entry.id}: exchange year ${id}`);
      need(parties.has(entry.party), `entry ${entry.id}: party ${entry.party}`);
      need(meetings.has(entry.meeting.ordinal), `entry ${entry.id}: its meeting`);
      const { source } = entry;
      need(source === null || sources.has(source.id), `entry ${entry.id}: source ${source?.id}`);
    }
    for (const { ordinal, coChairs, host } of snapshot.meetings) {
      for (const { person } of coChairs)
        need(chairs.has(person.id), `meeting ${ordinal}: ${person.id}`);
      need(
        host === null || mechanism.parties.some(({ id }) => id === host),
        `meeting ${ordinal}: host ${host}`,
      );
    }
    for (const { id, field } of snapshot.exchangeYears.items)
      need(fields.has(field.id), `exchange year ${id}: field ${field.id}`);
    return Promise.resolve();
  },
};

const ordinalsFollowDates: Check = {
  rule: 'rule 3',
  name: 'ordinals are unique and increase with the date',
  run: ({ snapshot }) => {
    const { meetings } = snapshot;
    for (const [index, { ordinal, date }] of meetings.entries()) {
      const previous = meetings[index - 1];
      if (!isEdtfDate(date)) throw new Broken('rule 3', READ, `meeting ${ordinal}: ${date}`);
      if (previous === undefined) continue;
      const isLater = ordinal > previous.ordinal && firstDay(date) > lastDay(previous.date);
      if (!isLater)
        throw new Broken(
          'rule 3',
          READ,
          `meeting ${ordinal} of ${date} after ${previous.ordinal} of ${previous.date}`,
        );
    }
    return Promise.resolve();
  },
};

const meetingsAgree: Check = {
  rule: 'rule 3',
  name: 'a meeting says the same by itself, in the list and in its entries',
  run: async ({ backend, snapshot }) => {
    for (const meeting of sample(snapshot.meetings)) {
      const { ordinal } = meeting;
      const { data, request } = await backend.get('/meetings/{ordinal}', {}, ordinal);
      const due = (what: string, got: unknown, value: unknown) =>
        expectSame('rule 3', request, what, got, value);
      due(
        'ordinal, date, entries',
        [data.ordinal, data.date, data.entries],
        [ordinal, meeting.date, meeting.entries],
      );
      due('place and host', [data.place, data.host], [meeting.place, meeting.host]);
      due('number of documents', data.sources.length, meeting.sources);
      const position = snapshot.meetings.indexOf(meeting);
      const [before, after] = [snapshot.meetings[position - 1], snapshot.meetings[position + 1]];
      due(
        'neighbours',
        [data.previous, data.next],
        [before?.ordinal ?? null, after?.ordinal ?? null],
      );
      const list = await backend.get('/entries', { meeting: [ordinal], limit: 1 });
      expectSame('rule 1', request, 'entries', data.entries, list.data.total);
    }
  },
};

const exchangeYearsAgree: Check = {
  rule: 'rule 3',
  name: 'an exchange year says the same by itself, in the list and in its entries',
  run: async ({ backend, snapshot }) => {
    for (const year of sample(snapshot.exchangeYears.items)) {
      const { data, request } = await backend.get('/exchange-years/{id}', {}, year.id);
      const got = [data.id, data.years, data.entries, data.events.length, data.sources.length];
      const due = [year.id, year.years, year.entries, year.events, year.sources];
      expectSame('rule 3', request, 'id, years, entries, events, documents', got, due);
      const list = await backend.get('/entries', { exchangeYear: [year.id], limit: 1 });
      expectSame('rule 1', request, 'entries', data.entries, list.data.total);
    }
  },
};

const documentsAgree: Check = {
  rule: 'sources',
  name: 'a document says the same by itself, in the list and in its entries',
  run: async ({ backend, snapshot }) => {
    for (const source of sample(snapshot.sources)) {
      const { data, request } = await backend.get('/sources/{id}', {}, source.id);
      const got = [
        data.entries,
        data.meetings.length,
        data.exchangeYears.length,
        data.commissions.length,
      ];
      const due = [source.entries, source.meetings, source.exchangeYears, source.commissions];
      expectSame('sources', request, 'entries, meetings, exchange years, commissions', got, due);
      const list = await backend.get('/entries', { source: [source.id], limit: 1 });
      expectSame('sources', request, 'entries', data.entries, list.data.total);
    }
  },
};

export const REFERENCE_CHECKS: readonly Check[] = [
  idsResolve,
  ordinalsFollowDates,
  meetingsAgree,
  exchangeYearsAgree,
  documentsAgree,
];
