import type { ExchangeYear, ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import type { Meeting, MeetingSummary } from '#src/api/schemas/meetings.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, type CheckContext, sample } from '../check.ts';
import { compareText } from '../oracle.ts';

/** Which property of any answer tells of which kind of thing. */
const KINDS: Readonly<Record<string, string>> = {
  source: 'document',
  sources: 'document',
  place: 'place',
  field: 'field',
  fields: 'field',
  person: 'person',
  office: 'office',
  exchangeYear: 'exchange year',
  exchangeYears: 'exchange year',
  commission: 'commission',
  commissions: 'commission',
};
/** What is told of a thing wherever it is told; a backend may say more. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  document: [
    'title',
    'publisher',
    'url',
    'publishedOn',
    'language',
    'reportedBy',
    'archivedUrl',
    'capturedOn',
    'standIn',
    'copy',
  ],
  place: ['country', 'name'],
  field: ['group', 'name'],
};

type Thing = Record<string, unknown> & { id: string };
type Told = { kind: string; thing: Thing };

function* thingsIn(value: unknown, key: string): Generator<Told> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value as unknown[]) yield* thingsIn(one, key);
    return;
  }
  const kind = KINDS[key];
  if (kind !== undefined && 'id' in value) yield { kind, thing: value as Thing };
  for (const [name, inner] of Object.entries(value)) yield* thingsIn(inner, name);
}

const tell = ({ kind, thing }: Told) =>
  Object.fromEntries((TOLD[kind] ?? ['name']).map((name) => [name, thing[name]]));

/** Something of each path but the search: lists, and some of the things in them. */
export async function* answers(
  context: CheckContext,
): AsyncGenerator<[request: string, data: object]> {
  const { backend, snapshot } = context;
  const { sources, people, taxonomy, exchangeYears, commissions } = snapshot;
  yield ['GET /sources', { source: sources }];
  yield ['GET /people', { person: people.items }];
  yield ['GET /fields', { field: taxonomy.fields }];
  yield ['GET /exchange-years', { exchangeYear: exchangeYears.items }];
  yield ['GET /commissions', { commission: commissions.items }];
  yield ['GET /meetings', snapshot.meetings];
  yield ['GET /entries', snapshot.entries];
  yield ['GET /calendar', snapshot.calendar.items];
  for (const { ordinal } of sample(context, snapshot.meetings)) {
    const { data, request } = await backend.get('/meetings/{ordinal}', {}, ordinal);
    yield [request, data];
  }
  for (const { id } of sample(context, exchangeYears.items)) {
    const { data, request } = await backend.get('/exchange-years/{id}', {}, id);
    yield [request, { exchangeYear: data }];
  }
  for (const { id } of sample(context, sources)) {
    const { data, request } = await backend.get('/sources/{id}', {}, id);
    yield [request, { source: data }];
  }
  const { data, request } = await backend.get('/fields/summary', {});
  yield [request, data];
}

type Chaired = Pick<MeetingSummary, 'coChairs'>;
const chairsOf = ({ coChairs }: Chaired) =>
  coChairs
    .map(({ party, person, office, source }) =>
      [party, person.id, office.id, source?.id ?? 'no document'].join(', '),
    )
    .toSorted(compareText);

/** All of a meeting's summary that its number of documents is not; they may stand in any order. */
const inShort = (meeting: Meeting | MeetingSummary) => ({
  date: meeting.date,
  place: meeting.place?.id,
  venue: meeting.venue,
  venueName: meeting.venueName,
  format: meeting.format,
  host: meeting.host,
  coChairs: chairsOf(meeting),
  status: meeting.status,
  entries: meeting.entries,
  fields: meeting.fields,
});
const countOf = (things: number | readonly unknown[]) =>
  typeof things === 'number' ? things : things.length;
const yearInShort = (year: ExchangeYear | ExchangeYearSummary) => ({
  years: year.years,
  hosting: year.hosting,
  milestones: year.milestones,
  status: year.status,
  entries: year.entries,
  events: countOf(year.events),
  sources: countOf(year.sources),
});

export const TOLD_TWICE_CHECKS: readonly Check[] = [
  {
    rule: 'rule 3',
    name: 'documents, places, people and all else that is named are the same wherever they are told',
    run: async (context) => {
      const first = new Map<string, object>();
      for await (const [request, data] of answers(context))
        for (const told of thingsIn(data, '')) {
          const name = `${told.kind} ${told.thing.id}`;
          const due = first.get(name);
          if (due === undefined) first.set(name, tell(told));
          else expectSame('rule 3', request, name, tell(told), due);
        }
    },
  },
  {
    rule: 'rule 3',
    name: 'a meeting and an exchange year tell the same in full as in short',
    run: async (context) => {
      const { backend, snapshot } = context;
      const years = new Map(snapshot.exchangeYears.items.map((year) => [year.id, year]));
      const same = (request: string, what: string, got: object, due: object) => {
        for (const [name, value] of Object.entries(due))
          expectSame('rule 3', request, `${what}: ${name}`, got[name as keyof object], value);
      };
      for (const meeting of sample(context, snapshot.meetings)) {
        const { data, request } = await backend.get('/meetings/{ordinal}', {}, meeting.ordinal);
        same(request, `meeting ${meeting.ordinal}`, inShort(data), inShort(meeting));
        const places = snapshot.exchangeYears.items.map(({ id }) => id);
        const touched = data.exchangeYears.map(({ exchangeYear }) => exchangeYear);
        const got = touched.map(({ id }) => places.indexOf(id));
        const due = got.toSorted((a, b) => a - b);
        expectSame('rule 3', request, 'exchange years in the order of their list', got, due);
        for (const year of touched) {
          const listed = years.get(year.id);
          if (listed)
            same(request, `exchange year ${year.id}`, yearInShort(year), yearInShort(listed));
        }
      }
      for (const year of sample(context, snapshot.exchangeYears.items)) {
        const { data, request } = await backend.get('/exchange-years/{id}', {}, year.id);
        same(request, `exchange year ${year.id}`, yearInShort(data), yearInShort(year));
      }
    },
  },
];
