import * as fc from 'fast-check';

import { toQuery } from '#src/api/client.ts';
import { EntrySort, MeetingSort, SourceSort } from '#src/api/params.ts';
import { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { SummaryDimension, SummarySplit } from '#src/api/schemas/entries.ts';
import { MeetingFormat } from '#src/api/schemas/meetings.ts';
import type { RecordData } from '#engine/record/record.ts';
import { arbitraryFilters } from '#tests/contract/arbitrary-filters.ts';

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 1 });
const some = (values: readonly (string | number)[]) =>
  maybe(
    fc.oneof(
      {
        weight: 9,
        arbitrary: fc.array(fc.constantFrom(...values, ...(values.length === 0 ? ['en'] : [])), {
          maxLength: 3,
        }),
      },
      { weight: 1, arbitrary: fc.constant(['nonsense']) },
    ),
  );

const date = fc
  .tuple(
    fc.integer({ min: 1995, max: 2027 }),
    fc.constantFrom('', '-02', '-11', '-12-19', '-02-30'),
  )
  .map((parts) => parts.join(''));
const dates = { from: maybe(date), to: maybe(date) };
const limit = maybe(fc.integer({ min: 0, max: 20 }));

const WORDS = [
  '28',
  '28th',
  '2023',
  'ENERGY',
  'communiqué',
  'ё',
  '能',
  'e n',
  ' ',
  '%',
  '_',
  '\\',
  "'",
  ';--',
  '\0',
  '\u{1F600}',
  '$1',
];

/** Texts that mean something to databases and to patterns, and words that are in the record. */
function texts(record: RecordData) {
  const words = [
    ...record.people.flatMap(({ name }) => Object.values(name)),
    ...record.places.flatMap(({ name }) => Object.values(name)),
    ...(record.mechanism.otherNames ?? []).map(({ other }) => other),
    ...record.sources.map(({ title }) => title.slice(0, 12)),
    ...record.entries.slice(0, 50).map(({ text }) => text.slice(3, 17)),
    ...WORDS,
  ];
  return fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 8 }));
}

/** Requests to every path, most of them good, some refused: what they are answered depends on the record. */
export function arbitraryRequests(record: RecordData): fc.Arbitrary<string> {
  const q = maybe(texts(record));
  const fields = idsOf(record.fields.fields);
  const years = idsOf(record.exchangeYears);
  const with_ = (path: string, model: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record(model).map((params) => `${path}${toQuery(params)}`);
  const entries = fc
    .tuple(arbitraryFilters(record), maybe(fc.constantFrom(...EntrySort.options)), limit, q)
    .map(([filters, sort, at, text]) => {
      const params = { ...filters, sort, limit: at };
      return `/entries${toQuery(text === undefined ? params : { ...params, q: text })}`;
    });
  const summary = fc
    .tuple(
      arbitraryFilters(record),
      maybe(fc.constantFrom(...SummaryDimension.options)),
      maybe(fc.constantFrom(...SummarySplit.options)),
    )
    .map(([filters, by, split]) => `/fields/summary${toQuery({ ...filters, by, split })}`);
  const lists = with_('/meetings', {
    ...dates,
    format: some(MeetingFormat.options),
    host: some(idsOf(record.mechanism.parties)),
    person: some(idsOf(record.people)),
    place: some(idsOf(record.places)),
    sort: maybe(fc.constantFrom(...MeetingSort.options)),
    limit,
  });
  const sources = with_('/sources', {
    to: maybe(date),
    language: some(['en', 'zh', 'ru', 'x']),
    reportedBy: some(['joint', 'third', 'nobody', ...idsOf(record.mechanism.parties)]),
    copies: maybe(fc.constantFrom('without', 'only', 'yes')),
    meeting: some(record.meetings.map(({ ordinal }) => ordinal)),
    q,
    sort: maybe(fc.constantFrom(...SourceSort.options)),
    limit,
  });
  const calendar = {
    ...dates,
    kind: some(CalendarItemKind.options),
    field: some(fields),
    exchangeYear: some(years),
    q,
  };
  const plain = ['/mechanism', '/fields', '/people', '/commissions', '/exchange-years', '/no'];
  return fc.oneof(
    { weight: 4, arbitrary: entries },
    { weight: 4, arbitrary: summary },
    { weight: 2, arbitrary: lists },
    { weight: 2, arbitrary: sources },
    { weight: 1, arbitrary: with_('/calendar', calendar) },
    {
      weight: 1,
      arbitrary: with_('/calendar.ics', { ...calendar, lang: maybe(fc.constantFrom('en', 'ru')) }),
    },
    { weight: 2, arbitrary: with_('/search', { q, limit }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...plain,
        ...record.meetings.map(({ ordinal }) => `/meetings/${ordinal}`),
        ...years.map((id) => `/exchange-years/${id}`),
        ...record.sources.map(({ id }) => `/sources/${id}`),
        '/sources/%00',
        '/meetings/028',
        '/sources/..%2F..%2Fentries',
      ),
    },
  );
}
