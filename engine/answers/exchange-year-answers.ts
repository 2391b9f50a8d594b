import { firstDay, precisionOf } from '#src/api/edtf.ts';
import type {
  ExchangeYear,
  ExchangeYearList,
  ExchangeYearSummary,
  Milestone,
} from '#src/api/schemas/exchange-years.ts';
import type { EntryFact, ExchangeYearFact, RecordData } from '../record/record.ts';
import { exchangeYearDocuments } from './cited-documents.ts';
import { statusByDocuments, withEvidence } from '../record/evidence.ts';
import type { Lookup } from './record-lookup.ts';
import { compareText } from '../text/text-order.ts';

/** The entries that name each exchange year, in the record's order. */
function createNamings(record: RecordData): (id: string) => readonly EntryFact[] {
  const namings = new Map<string, EntryFact[]>();
  for (const entry of record.entries) {
    for (const id of entry.exchangeYears) {
      const entries = namings.get(id);
      if (entries) entries.push(entry);
      else namings.set(id, [entry]);
    }
  }
  return (id) => namings.get(id) ?? [];
}

/**
 * The dated steps: events on record, and announcements made at a meeting before the first day, unless the record has a
 * step of that very day: then the entry speaks of that step.
 */
function toMilestones(
  year: ExchangeYearFact,
  namings: readonly EntryFact[],
  record: RecordData,
  lookup: Lookup,
): Milestone[] {
  // Where several were held on one day, the first of them.
  const meetingOn = (date: string) => {
    const held = record.meetings.filter((meeting) => meeting.date === date);
    if (precisionOf(date) !== 'day' || held.length === 0) return null;
    return Math.min(...held.map(({ ordinal }) => ordinal));
  };
  const events = year.events
    .filter(({ kind }) => kind !== 'event')
    .map(({ kind, date }): Milestone => ({ kind, date, meeting: meetingOn(date), entry: null }));
  const announcements = namings
    .filter(({ kind }) => kind === 'announcement')
    // What was announced on one day stands in an order of its own, not in that of the record's files.
    .toSorted((a, b) => a.meeting - b.meeting || compareText(a.id, b.id))
    .map(({ id, meeting }): Milestone => {
      const { date } = lookup.meeting(meeting);
      return { kind: 'announced', date, meeting, entry: id };
    })
    .filter(
      ({ date }) =>
        firstDay(date) < firstDay(year.years) && !events.some((event) => event.date === date),
    );
  return [...events, ...announcements].toSorted((a, b) =>
    compareText(firstDay(a.date), firstDay(b.date)),
  );
}

export type ExchangeYears = {
  readonly list: () => ExchangeYearList;
  readonly find: (id: string) => ExchangeYear | null;
  /** The facts, in the list's order: by first day, then by id. */
  readonly facts: readonly ExchangeYearFact[];
  readonly summaryOf: (year: ExchangeYearFact) => ExchangeYearSummary;
  readonly namings: (id: string) => readonly EntryFact[];
};

export function createExchangeYears(record: RecordData, lookup: Lookup): ExchangeYears {
  const namings = createNamings(record);
  const facts = record.exchangeYears.toSorted(
    (a, b) => compareText(firstDay(a.years), firstDay(b.years)) || compareText(a.id, b.id),
  );

  const summaryOf = (year: ExchangeYearFact): ExchangeYearSummary => ({
    id: year.id,
    name: year.name,
    field: lookup.field(year.field),
    years: year.years,
    hosting: year.hosting,
    milestones: toMilestones(year, namings(year.id), record, lookup),
    status: statusByDocuments(year.status, exchangeYearDocuments(year), lookup.accountOf),
    entries: namings(year.id).length,
    events: year.events.length,
    sources: exchangeYearDocuments(year).length,
  });

  const toDetail = (year: ExchangeYearFact): ExchangeYear => ({
    ...summaryOf(year),
    events: year.events.map((event) => {
      const { id: _, ...said } = event;
      return { ...withEvidence(said, lookup.document), place: lookup.place(event.place) };
    }),
    figures: year.figures.map((figure) => withEvidence(figure, lookup.document)),
    sources: exchangeYearDocuments(year).map(lookup.document),
    notes: year.notes,
  });

  return {
    list: () => ({ items: facts.map(summaryOf), total: facts.length }),
    find: (id) => {
      const year = facts.find((fact) => fact.id === id);
      return year ? toDetail(year) : null;
    },
    facts,
    summaryOf,
    namings,
  };
}
