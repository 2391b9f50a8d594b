import type { Field, Named, Party, Place } from '#src/api/schemas/common.ts';
import type { Source } from '#src/api/schemas/sources.ts';
import { JOINT, THIRD } from '#src/lib/accounts.ts';
import type { MeetingFact, RecordData } from '../record/record.ts';
import type { OtherNames } from '../text/other-names.ts';

function byId<Item extends { id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The record was checked at import, so an id without its thing means that someone wrote into `mocks/data` by hand. */
function required<Key, Item>(noun: string, items: ReadonlyMap<Key, Item>, key: Key): Item {
  const item = items.get(key);
  if (item === undefined)
    throw new Error(`The record names the ${noun} "${String(key)}" but has none`);
  return item;
}

const toNamed = ({ id, name }: Named): Named => ({ id, name });

/** Finds what an id stands for, as the contract gives it in an answer. */
export type Lookup = {
  parties: readonly Party[];
  partyOrder: readonly string[];
  otherNames: OtherNames;
  hasField: (id: string) => boolean;
  hasGroup: (id: string) => boolean;
  hasPlace: (id: string) => boolean;
  hasPerson: (id: string) => boolean;
  hasSource: (id: string) => boolean;
  hasExchangeYear: (id: string) => boolean;
  hasMeeting: (ordinal: number) => boolean;
  field: (id: string) => Field;
  place: (id: string | null) => Place | null;
  source: (id: string | null) => Source | null;
  document: (id: string) => Source;
  /** Whose account a document is, if the record says. */
  accountOf: (source: string) => string | undefined;
  /** Whose account a document can be. */
  accountOrder: readonly string[];
  person: (id: string) => Named;
  office: (id: string) => Named;
  exchangeYear: (id: string) => Named;
  meeting: (ordinal: number) => MeetingFact;
  /** The party in whose country a place lies. */
  host: (place: string | null) => string | null;
};

export function createLookup(record: RecordData): Lookup {
  const fields = byId(record.fields.fields);
  const groups = byId(record.fields.groups);
  const places = byId(record.places);
  const people = new Map(record.people.map((person) => [person.id, toNamed(person)]));
  const offices = new Map(record.offices.map((office) => [office.id, toNamed(office)]));
  const years = new Map(record.exchangeYears.map((year) => [year.id, toNamed(year)]));
  const sources = byId(record.sources);
  const meetings = new Map(record.meetings.map((meeting) => [meeting.ordinal, meeting]));
  const { parties, otherNames = [] } = record.mechanism;
  const partyOrder = [...parties.map(({ id }) => id), JOINT];
  const place = (id: string | null) => (id === null ? null : required('place', places, id));
  return {
    parties,
    partyOrder,
    otherNames,
    hasField: (id) => fields.has(id),
    hasGroup: (id) => groups.has(id),
    hasPlace: (id) => places.has(id),
    hasPerson: (id) => people.has(id),
    hasSource: (id) => sources.has(id),
    hasExchangeYear: (id) => years.has(id),
    hasMeeting: (ordinal) => meetings.has(ordinal),
    field: (id) => required('field', fields, id),
    place,
    source: (id) => (id === null ? null : required('source', sources, id)),
    document: (id) => required('source', sources, id),
    accountOf: (id) => sources.get(id)?.reportedBy,
    accountOrder: [...partyOrder, THIRD],
    person: (id) => required('person', people, id),
    office: (id) => required('office', offices, id),
    exchangeYear: (id) => required('exchange year', years, id),
    meeting: (ordinal) => required('meeting', meetings, ordinal),
    host: (id) => parties.find(({ country }) => country === place(id)?.country)?.id ?? null,
  };
}
