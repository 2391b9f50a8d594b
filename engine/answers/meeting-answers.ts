import { firstDay, lastDay, precisionOf } from '#src/api/edtf.ts';
import { type MeetingParams } from '#src/api/params.ts';
import type {
  Meeting,
  MeetingList,
  MeetingSummary,
  TouchedExchangeYear,
} from '#src/api/schemas/meetings.ts';
import type { ExchangeYearFact, MeetingFact } from '../record/record.ts';
import { toPage, toWalk } from '../requests/list-cursor.ts';
import { isWithin, toDayRange } from '../requests/date-range.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import type { ExchangeYears } from './exchange-year-answers.ts';
import { citedBy } from './cited-documents.ts';
import { statusByDocuments, toEvidence, withEvidence } from '../record/evidence.ts';
import type { Lookup } from './record-lookup.ts';
import { refuseUnknown } from '../requests/parameter-refusal.ts';

type Parts = {
  index: EntryIndex;
  lookup: Lookup;
  documents: (meeting: MeetingFact) => readonly string[];
  exchangeYears: ExchangeYears;
  dataVersion: string;
};

function createEntriesOf(index: EntryIndex): (meeting: MeetingFact) => readonly IndexedEntry[] {
  const positions = new Map(index.meetings.map(({ ordinal }, position) => [ordinal, position]));
  return ({ ordinal }) => {
    const position = positions.get(ordinal) ?? -1;
    return index.entries.slice(index.starts[position], index.starts[position + 1]);
  };
}

function toSummary(
  meeting: MeetingFact,
  parts: Parts,
  entries: readonly IndexedEntry[],
): MeetingSummary {
  const { lookup, documents } = parts;
  return {
    ordinal: meeting.ordinal,
    date: meeting.date,
    place: lookup.place(meeting.place),
    venue: meeting.venue,
    ...(meeting.venueName && { venueName: meeting.venueName }),
    format: meeting.format,
    host: lookup.host(meeting.place),
    coChairs: meeting.coChairs.map((chair) => ({
      ...withEvidence(chair, lookup.document),
      person: lookup.person(chair.person),
      office: lookup.office(chair.office),
    })),
    status: statusByDocuments(meeting.status, documents(meeting), lookup.accountOf),
    entries: entries.length,
    fields: new Set(entries.flatMap(({ fields }) => fields)).size,
    sources: documents(meeting).length,
  };
}

/** Named by an entry, an event on the meeting's day, or running in the meeting's year. */
function toTouched(
  year: ExchangeYearFact,
  meeting: MeetingFact,
  { summaryOf, namings }: ExchangeYears,
): TouchedExchangeYear | null {
  const entries = namings(year.id).filter((entry) => entry.meeting === meeting.ordinal);
  const isDay = precisionOf(meeting.date) === 'day';
  const events = isDay ? year.events.filter(({ date }) => date === meeting.date).length : 0;
  const runs = isWithin(meeting.date, { from: firstDay(year.years), to: lastDay(year.years) });
  if (entries.length === 0 && events === 0 && !runs) return null;
  return { exchangeYear: summaryOf(year), entries: entries.map(({ id }) => id), events };
}

function toDetail(
  position: number,
  parts: Parts,
  entries: readonly IndexedEntry[],
): Meeting | null {
  const { index, lookup, documents, exchangeYears } = parts;
  const meeting = index.meetings[position];
  if (meeting === undefined) return null;
  const { attendance, venueEvidence } = meeting;
  const citing = new Map<string, number>();
  for (const id of entries.flatMap(({ fact }) => citedBy(fact)))
    citing.set(id, (citing.get(id) ?? 0) + 1);
  return {
    ...toSummary(meeting, parts, entries),
    attendance: attendance && {
      ...withEvidence(attendance, lookup.document),
      locator: attendance.locator,
    },
    sources: documents(meeting).map((id) => ({
      ...lookup.document(id),
      entries: citing.get(id) ?? 0,
    })),
    ...(venueEvidence && { venueEvidence: toEvidence(venueEvidence, lookup.document) }),
    notes: meeting.notes,
    previous: index.meetings[position - 1]?.ordinal ?? null,
    next: index.meetings[position + 1]?.ordinal ?? null,
    exchangeYears: exchangeYears.facts.flatMap(
      (year) => toTouched(year, meeting, exchangeYears) ?? [],
    ),
  };
}

type Sort = NonNullable<MeetingParams['sort']>;

function sortMeetings(items: readonly MeetingSummary[], sort: Sort): MeetingSummary[] {
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = sort.endsWith('entries') ? 'entries' : 'ordinal';
  return items.toSorted((a, b) => sign * (a[key] - b[key]) || a.ordinal - b.ordinal);
}

export function createMeetings(parts: Parts) {
  const { index, lookup, dataVersion } = parts;
  const entriesOf = createEntriesOf(index);
  let summaries: readonly MeetingSummary[] | null = null;
  const allSummaries = () =>
    (summaries ??= index.meetings.map((meeting) => toSummary(meeting, parts, entriesOf(meeting))));

  return {
    list(params: MeetingParams): MeetingList {
      refuseUnknown('host', params.host, (id) => lookup.parties.some((party) => party.id === id));
      refuseUnknown('person', params.person, lookup.hasPerson);
      refuseUnknown('place', params.place, lookup.hasPlace);
      const { format, host, person, place, sort = '-ordinal' } = params;
      const range = toDayRange(params);
      const matching = allSummaries().filter(
        (meeting) =>
          isWithin(meeting.date, range) &&
          (format === undefined || format.includes(meeting.format)) &&
          (host === undefined || (meeting.host !== null && host.includes(meeting.host))) &&
          (place === undefined || (meeting.place !== null && place.includes(meeting.place.id))) &&
          (person === undefined ||
            meeting.coChairs.some((chair) => person.includes(chair.person.id))),
      );
      return toPage(sortMeetings(matching, sort), params, [
        dataVersion,
        ...toWalk({ ...params, sort }),
      ]);
    },
    find(ordinal: number): Meeting | null {
      const position = index.meetings.findIndex((meeting) => meeting.ordinal === ordinal);
      const meeting = index.meetings[position];
      return meeting ? toDetail(position, parts, entriesOf(meeting)) : null;
    },
    fieldsOf: (meeting: MeetingFact): string[] => {
      const named = new Set(entriesOf(meeting).flatMap(({ fields }) => fields));
      return index.fields.filter((_, position) => named.has(position));
    },
  };
}
export type Meetings = ReturnType<typeof createMeetings>;
