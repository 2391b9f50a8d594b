import type { Entry } from '#src/api/schemas/entries.ts';
import type { Field, Named, Place } from '#src/api/schemas/common.ts';
import type { CoChair, MeetingSummary } from '#src/api/schemas/meetings.ts';
import { isSigned } from './entry-kinds.ts';

/** One thing that either meeting has, with what each of them has of it. */
export interface Compared<T, Part> {
  key: string;
  item: T;
  a: Part[];
  b: Part[];
}

/** Every key of either side stands in exactly one of the three lists. */
export interface Difference<T, Part> {
  /** Only in b. */
  gained: Compared<T, Part>[];
  /** Only in a. */
  dropped: Compared<T, Part>[];
  kept: Compared<T, Part>[];
}

/** A thing's key, the thing itself, and the part of the side that has it. */
export type Claim<T, Part> = readonly [key: string, item: T, part: Part];

/** Tells what came, went and stayed from side a to side b, in the order in which the keys first appear. */
export function compareClaims<T, Part>(
  a: Iterable<Claim<T, Part>>,
  b: Iterable<Claim<T, Part>>,
): Difference<T, Part> {
  const all = new Map<string, Compared<T, Part>>();
  const note = (side: 'a' | 'b', claims: Iterable<Claim<T, Part>>) => {
    for (const [key, item, part] of claims) {
      const known = all.get(key) ?? { key, item, a: [], b: [] };
      known[side].push(part);
      all.set(key, known);
    }
  };
  note('a', a);
  note('b', b);
  const compared = [...all.values()];
  return {
    gained: compared.filter((one) => one.a.length === 0),
    dropped: compared.filter((one) => one.b.length === 0),
    kept: compared.filter((one) => one.a.length > 0 && one.b.length > 0),
  };
}

export interface ComparedMeeting {
  meeting: Pick<MeetingSummary, 'coChairs' | 'place'>;
  entries: readonly Entry[];
}

/** A signed document as meetings have it in common: its kind and the field that it is about. */
export interface DocumentSubject {
  kind: Entry['kind'];
  field: Field;
}

export interface MeetingComparison {
  fields: Difference<Field, Entry>;
  kinds: Difference<Entry['kind'], Entry>;
  documents: Difference<DocumentSubject, Entry>;
  people: Difference<CoChair, CoChair>;
  places: Difference<Place, Place>;
  exchangeYears: Difference<Named, Entry>;
}

const fieldClaims = ({ entries }: ComparedMeeting): Claim<Field, Entry>[] =>
  entries.flatMap((entry) => entry.fields.map((field) => [field.id, field, entry] as const));

const documentClaims = ({ entries }: ComparedMeeting): Claim<DocumentSubject, Entry>[] =>
  entries
    .filter(({ kind }) => isSigned(kind))
    .flatMap((entry) =>
      entry.fields.map(
        (field) => [`${entry.kind} ${field.id}`, { kind: entry.kind, field }, entry] as const,
      ),
    );

/** Compares two meetings. Swapping them swaps gained and dropped, and the parts of what is kept. */
export function compareMeetings(a: ComparedMeeting, b: ComparedMeeting): MeetingComparison {
  const both = <T, Part>(claims: (side: ComparedMeeting) => Claim<T, Part>[]) =>
    compareClaims(claims(a), claims(b));
  return {
    fields: both(fieldClaims),
    kinds: both(({ entries }) => entries.map((entry) => [entry.kind, entry.kind, entry] as const)),
    documents: both(documentClaims),
    people: both(({ meeting }) =>
      meeting.coChairs.map((chair) => [chair.person.id, chair, chair] as const),
    ),
    places: both(({ meeting: { place } }) => (place === null ? [] : [[place.id, place, place]])),
    exchangeYears: both(({ entries }) =>
      entries.flatMap((entry) =>
        entry.exchangeYears.map((year) => [year.id, year, entry] as const),
      ),
    ),
  };
}
