import * as fc from 'fast-check';

import { addDays, isDay } from '#src/api/edtf.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import type {
  EntryFact,
  ExchangeYearFact,
  MeetingFact,
  RecordData,
} from '#engine/record/record.ts';

const WORDS = ['Communiqué', 'Gás', 'Мост', 'хлеб', '能源', 'road map', 'RAIL', 'rail', 'ёлка'];
/** Of words, names and places below, in other scripts and in the same one; nothing else has these letters in this order. */
const OTHER_NAMES = [
  { written: 'Gás', other: 'ガス' },
  { written: 'rail', other: 'ガス管' },
  { written: 'place-0', other: 'Öld Harbour' },
  { written: 'person-1', other: 'שם אחר' },
];
const FIRST_YEAR = 2000;

const ids = (noun: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${noun}-${i}`);
const named = (id: string) => ({ id, name: { en: id } });
const pad = (value: number) => String(value).padStart(2, '0');

/** A date in the year, of any precision. */
const dateIn = (year: number) =>
  fc
    .record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      length: fc.constantFrom(4, 7, 10),
    })
    .map(({ month, day, length }) => `${year}-${pad(month)}-${pad(day)}`.slice(0, length));

/** Where its day is known, a thing may have lasted into the next month or year. */
function lasting<Dated extends { date: string }>({ days, ...dated }: Dated & { days: number }) {
  const isSpan = isDay(dated.date) && days > 0;
  return isSpan ? { ...dated, until: addDays(dated.date, days) } : dated;
}

function meetingsOf(count: number, sources: string[]): fc.Arbitrary<MeetingFact[]> {
  const meetings = Array.from({ length: count }, (_, index) =>
    fc.record<MeetingFact>({
      ordinal: fc.constant(index * 2 + 1),
      date: dateIn(FIRST_YEAR + index),
      place: fc.constantFrom(null, 'place-0', 'place-1', 'place-2'),
      venue: fc.constantFrom(null, 'Hall'),
      format: fc.constantFrom('in-person', 'video', 'hybrid'),
      coChairs: fc.subarray([
        { party: 'party-0', person: 'person-0', office: 'office-0', source: null },
        { party: 'party-0', person: 'person-1', office: 'office-0', source: null },
        { party: 'party-1', person: 'person-2', office: 'office-1', source: sources[0] ?? null },
      ]),
      attendance: fc.constant(null),
      sources: fc.subarray(sources),
      status: fc.constantFrom(...EvidenceStatus.options),
      notes: fc.constantFrom(null, { text: 'Disputed.', lang: 'en' }),
    }),
  );
  /** How much of the date before a meeting has as its own, if it does not have one of its own. */
  const shared = fc.array(fc.constantFrom(null, null, null, 4, 7, 10), {
    minLength: count,
    maxLength: count,
  });
  return fc.tuple(fc.tuple(...meetings), shared).map(([held, lengths]) => {
    const dated: MeetingFact[] = [];
    for (const [index, meeting] of held.entries()) {
      const before = dated[index - 1]?.date.slice(0, lengths[index] ?? 0);
      dated.push({ ...meeting, date: before || meeting.date });
    }
    return dated;
  });
}

function exchangeYearsOf(count: number, fields: string[]): fc.Arbitrary<ExchangeYearFact[]> {
  const years = ids('year', count).map((id, index) =>
    fc.record<ExchangeYearFact>({
      id: fc.constant(id),
      name: fc.constant({ en: id }),
      field: fc.constantFrom(...fields),
      years: fc.constantFrom(
        `${FIRST_YEAR + index}`,
        `${FIRST_YEAR + index}/${FIRST_YEAR + index + 1}`,
      ),
      hosting: fc.constant([]),
      events: fc.array(
        fc
          .record({
            kind: fc.constantFrom('announced' as const, 'opening' as const, 'event' as const),
            date: dateIn(FIRST_YEAR + index),
            days: fc.constantFrom(0, 0, 1, 9, 400),
            text: fc.constant('Held.'),
            lang: fc.constant('en'),
            source: fc.constant(null),
            place: fc.constantFrom(null, 'place-0'),
            country: fc.constantFrom(null, 'AA'),
          })
          .map((event) => lasting(event)),
        { maxLength: 4 },
      ),
      figures: fc.constant([]),
      sources: fc.constant([]),
      status: fc.constantFrom(...EvidenceStatus.options),
      notes: fc.constant(null),
    }),
  );
  return fc.tuple(...years);
}

function entriesOf(
  ordinals: number[],
  fields: string[],
  years: string[],
  sources: string[],
): fc.Arbitrary<EntryFact[]> {
  if (ordinals.length === 0) return fc.constant([]);
  const entry = fc.record({
    meeting: fc.constantFrom(...ordinals),
    kind: fc.constantFrom(...EntryKind.options),
    party: fc.constantFrom('party-0', 'party-1', 'joint'),
    fields: fc.shuffledSubarray(fields, { minLength: 1 }),
    exchangeYears: fc.subarray(years),
    text: fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' ')),
    lang: fc.constant('en'),
    translations: fc.option(
      fc.record({
        zh: fc.constantFrom('能源合作', '铁路'),
        ru: fc.constantFrom('Рельсы', 'Ёлка и мост'),
      }),
      { nil: undefined },
    ),
    source: fc.constantFrom(null, ...sources),
    locator: fc.constant(null),
    further: fc.array(
      fc.record({
        source: fc.constantFrom('', ...sources),
        locator: fc.constant(null),
        independent: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    status: fc.constantFrom(...EvidenceStatus.options),
  });
  return fc.array(entry, { maxLength: 30 }).map((all) =>
    all.map(({ further, translations, ...one }, index) => ({
      id: `e${index}`,
      ...one,
      ...(translations && { translations }),
      ...(one.source !== null &&
        further.length > 0 && { further: further.filter(({ source }) => source !== '') }),
    })),
  );
}

/**
 * Records of mechanisms that never were: other parties, fields and years, dates of every precision, several meetings of
 * one day, and empty ones.
 */
export const arbitraryRecord: fc.Arbitrary<RecordData> = fc
  .record({
    meetings: fc.integer({ min: 0, max: 6 }),
    fields: fc.integer({ min: 1, max: 5 }),
    years: fc.integer({ min: 0, max: 3 }),
    sources: fc.integer({ min: 0, max: 4 }),
  })
  .chain((size) => {
    const fields = ids('field', size.fields);
    const sources = ids('source', size.sources);
    const years = ids('year', size.years);
    const ordinals = Array.from({ length: size.meetings }, (_, index) => index * 2 + 1);
    return fc.record<RecordData>({
      mechanism: fc.subarray(OTHER_NAMES).map((otherNames) => ({
        id: 'random',
        name: { en: 'Random' },
        since: '2000',
        parties: [
          { ...named('party-0'), country: 'AA' },
          { ...named('party-1'), country: 'BB' },
        ],
        dataStatus: 'demonstration' as const,
        dataVersion: 'random',
        dataDate: '2020-01-01',
        ...(otherNames.length > 0 && { otherNames }),
      })),
      fields: fc.constant({
        groups: ids('group', 2).map(named),
        fields: fields.map((id, index) => ({ ...named(id), group: `group-${index % 2}` })),
      }),
      places: fc.constant(
        ['AA', 'BB', 'CC'].map((country, index) => ({ ...named(`place-${index}`), country })),
      ),
      people: fc.constant(
        ['party-0', 'party-0', 'party-1'].map((party, index) => ({
          ...named(`person-${index}`),
          party,
        })),
      ),
      offices: fc.constant(
        ['party-0', 'party-1'].map((party, index) => ({ ...named(`office-${index}`), party })),
      ),
      meetings: meetingsOf(size.meetings, sources),
      entries: entriesOf(ordinals, fields, years, sources),
      exchangeYears: exchangeYearsOf(size.years, fields),
      commissions: fc.constant([]),
      sources: fc.tuple(
        ...sources.map((id) =>
          fc
            .tuple(
              fc.constantFrom(undefined, 'party-0', 'party-1', 'joint', 'third', 'third'),
              fc.boolean(),
            )
            .map(([reportedBy, isCopy]) => ({
              id,
              title: id,
              publisher: 'Agency',
              url: `https://example.org/${id}`,
              publishedOn: null,
              language: 'en',
              ...(reportedBy !== undefined && { reportedBy }),
              ...(isCopy && { copy: { of: null } }),
            })),
        ),
      ),
    });
  });
