import { isEdtfDate } from '#src/api/edtf.ts';
import { misplacedMeetings } from '#src/lib/meeting-order.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, needSome, sample } from '../check.ts';
import { accountsIn } from '../due-summary.ts';
import { Broken, broken } from '../outcome.ts';
import { toVocabulary } from '../snapshot.ts';

const MEETINGS = 'GET /meetings?sort=ordinal';

export const REFERENCE_CHECKS: readonly Check[] = [
  {
    id: 'ordinals',
    rule: 'rule 3',
    name: 'ordinals are unique, and no meeting was over before one of a lower ordinal began',
    run: ({ snapshot }) => {
      const { meetings } = snapshot;
      needSome(meetings, 'meeting');
      for (const [index, { ordinal, date }] of meetings.entries()) {
        if (!isEdtfDate(date)) throw broken('rule 3', MEETINGS, `meeting ${ordinal}: ${date}`);
        if (ordinal <= (meetings[index - 1]?.ordinal ?? 0))
          throw new Broken('rule 3', MEETINGS, {
            detail: `meeting ${ordinal} after ${meetings[index - 1]?.ordinal}`,
          });
      }
      const [misplaced] = misplacedMeetings(meetings);
      if (misplaced !== undefined) {
        const { meeting, before } = misplaced;
        throw new Broken('rule 3', MEETINGS, 'order', {
          first: `${before.ordinal} (${before.date})`,
          second: `${meeting.ordinal} (${meeting.date})`,
        });
      }
    },
  },
  {
    id: 'meeting-agrees',
    rule: 'rule 3',
    name: 'a meeting says the same by itself, in the list and in its entries',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      needSome(snapshot.meetings, 'meeting');
      for (const meeting of sample(context, snapshot.meetings)) {
        const { ordinal } = meeting;
        const { data, request } = await backend.get('/meetings/{ordinal}', {}, ordinal);
        const due = (what: string, got: unknown, value: unknown) => same(request, what, got, value);
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
  },
  {
    rule: 'rule 3',
    name: 'a column of a meeting says how many documents it rests on, and of whose accounts',
    run: async (context) => {
      const { backend, snapshot } = context;
      const accounts = accountsIn(toVocabulary(snapshot));
      const { data, request } = await backend.get('/fields/summary', { by: 'meeting' });
      // Whatever the filters are: a document that is silent on a field was read all the same.
      const [field] = snapshot.taxonomy.fields;
      const narrow = { by: 'meeting', kind: ['minutes'], ...(field && { field: [field.id] }) };
      const filtered = await backend.get('/fields/summary', narrow);
      const read = ({ columns }: typeof data) =>
        columns.map(({ key, sources, accounts: of }) => ({ key, sources, of }));
      const what = 'documents and accounts of the columns';
      expectSame('rule 3', filtered.request, what, read(filtered.data), read(data));
      for (const { ordinal } of sample(context, snapshot.meetings)) {
        const { data: meeting } = await backend.get('/meetings/{ordinal}', {}, ordinal);
        const of = (account: string) =>
          meeting.sources.filter(({ reportedBy }) => reportedBy === account).length;
        const due = accounts.flatMap((value) =>
          of(value) > 0 ? [{ value, sources: of(value) }] : [],
        );
        const column = data.columns.find(({ key }) => key === String(ordinal));
        const where = `meeting ${ordinal}`;
        expectSame(
          'rule 3',
          request,
          `${where}: documents`,
          column?.sources,
          meeting.sources.length,
        );
        expectSame('rule 3', request, `${where}: accounts`, column?.accounts, due);
      }
    },
  },
  {
    id: 'year-agrees',
    rule: 'rule 3',
    name: 'an exchange year says the same by itself, in the list and in its entries',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      needSome(snapshot.exchangeYears.items, 'exchange year');
      for (const year of sample(context, snapshot.exchangeYears.items)) {
        const { data, request } = await backend.get('/exchange-years/{id}', {}, year.id);
        const got = [data.id, data.years, data.entries, data.events.length, data.sources.length];
        const due = [year.id, year.years, year.entries, year.events, year.sources];
        same(request, 'id, years, entries, events, documents', got, due);
        const list = await backend.get('/entries', { exchangeYear: [year.id], limit: 1 });
        expectSame('rule 1', request, 'entries', data.entries, list.data.total);
      }
    },
  },
  {
    id: 'source-agrees',
    rule: 'sources',
    name: 'a document says the same by itself, in the list and in its entries',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      needSome(snapshot.sources, 'document');
      for (const source of sample(context, snapshot.sources)) {
        const { data, request } = await backend.get('/sources/{id}', {}, source.id);
        const got = [
          data.title,
          data.entries,
          data.meetings.length,
          data.exchangeYears.length,
          data.commissions.length,
        ];
        const due = [
          source.title,
          source.entries,
          source.meetings,
          source.exchangeYears,
          source.commissions,
        ];
        same(request, 'title, entries, meetings, exchange years, commissions', got, due);
        const list = await backend.get('/entries', { source: [source.id], limit: 1 });
        same(request, 'entries', data.entries, list.data.total);
      }
    },
  },
];
