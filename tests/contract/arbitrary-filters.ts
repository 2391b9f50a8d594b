import * as fc from 'fast-check';

import type { EntryFilters } from '#src/api/params.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import type { RecordData } from '#engine/record/record.ts';

/** Mostly absent, so that several filters together still leave something over. */
function sometimes<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 3 },
    { arbitrary: value, weight: 1 },
  );
}

function some<Value>(values: readonly Value[]): fc.Arbitrary<Value[] | undefined> {
  if (values.length === 0) return fc.constant(undefined);
  const chosen = fc.subarray([...values], { minLength: 1, maxLength: Math.min(values.length, 6) });
  return sometimes(chosen);
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

/** Whole words and pieces of words that some text has, in any case; sometimes two. */
function words(record: RecordData): fc.Arbitrary<string | undefined> {
  const texts = record.entries.flatMap(({ text, translations = {} }) => [
    text,
    ...Object.values(translations),
  ]);
  const all = [...new Set(texts.flatMap((text) => text.split(/\s+/)))];
  const pieces = all.flatMap((word) => [word.toUpperCase(), word.slice(0, 3)]).filter(Boolean);
  if (pieces.length === 0) return fc.constant(undefined);
  const one = fc.constantFrom(...pieces);
  const query = fc.oneof(
    one,
    fc.tuple(one, one).map((pair) => pair.join('  ')),
  );
  return sometimes(query);
}

/** Dates of every precision around the meetings, in order. */
function span(record: RecordData) {
  const days = record.meetings.map(({ date }) => date.slice(0, 4));
  const year = fc.constantFrom('1999', '2003', ...days);
  const date = fc
    .tuple(year, fc.constantFrom('', '-02', '-11', '-12-19', '-06-30'))
    .map((parts) => parts.join(''));
  return fc
    .tuple(fc.option(date, { nil: undefined }), fc.option(date, { nil: undefined }))
    .map(([a, b]) =>
      a !== undefined && b !== undefined && a.slice(0, 4) >= b.slice(0, 4)
        ? { from: b.slice(0, 4), to: a.slice(0, 4) }
        : { from: a, to: b },
    );
}

/** Drops what is undefined: an absent filter is not there at all. */
function present(filters: Record<string, unknown>): EntryFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** Filter states of a record: every one of them is valid. */
export function arbitraryFilters(record: RecordData): fc.Arbitrary<EntryFilters> {
  return fc
    .tuple(
      fc.record({
        field: some(idsOf(record.fields.fields)),
        group: some(idsOf(record.fields.groups)),
        party: some([...idsOf(record.mechanism.parties), 'joint']),
        kind: some(EntryKind.options),
        meeting: some(record.meetings.map(({ ordinal }) => ordinal)),
        status: some(EvidenceStatus.options),
        exchangeYear: some(idsOf(record.exchangeYears)),
        source: some(idsOf(record.sources)),
        reportedBy: some([...idsOf(record.mechanism.parties), 'joint', 'third']),
        coChair: some(idsOf(record.people)),
        q: words(record),
      }),
      span(record),
    )
    .map(([choices, dates]) => present({ ...choices, ...dates }));
}
