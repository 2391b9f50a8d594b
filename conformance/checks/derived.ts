import { firstDay, isDay, lastDay } from '#src/api/edtf.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, sample } from '../check.ts';
import { compareText, isDated, matchEntries } from '../oracle.ts';
import { Broken } from '../outcome.ts';
import type { Snapshot } from '../snapshot.ts';

const READ = 'what was read of the backend';
const sorted = (ids: readonly string[]) => ids.toSorted(compareText);

const hostsFollowPlaces: Check = {
  rule: 'rule 3',
  name: 'the host is the party in whose country the place lies, and nobody in a third country',
  run: ({ snapshot }) => {
    const hostOf = (place: { country: string } | null) =>
      snapshot.mechanism.parties.find(({ country }) => country === place?.country)?.id ?? null;
    for (const { ordinal, place, host } of snapshot.meetings)
      expectSame('rule 3', READ, `host of meeting ${ordinal}`, host, hostOf(place));
    for (const { id, kind, place, host } of snapshot.calendar.items)
      if (kind === 'meeting' || kind === 'session')
        expectSame('rule 3', READ, `calendar: host of ${id}`, host, hostOf(place));
    return Promise.resolve();
  },
};

/** What a meeting's facts cite; it may rest on more. */
function citedBy(
  { coChairs, attendance, venueEvidence = [] }: Meeting,
  entrySources: readonly string[],
): Set<string> {
  const facts = [...coChairs, ...(attendance ? [attendance] : [])];
  const evidence = [...facts.flatMap((fact) => fact.evidence ?? []), ...venueEvidence];
  return new Set([
    ...entrySources,
    ...facts.flatMap(({ source }) => source?.id ?? []),
    ...evidence.map(({ source }) => source.id),
  ]);
}

function touchedBy({ ordinal, date }: Meeting, { exchangeYears, calendar, entries }: Snapshot) {
  return exchangeYears.items.flatMap(({ id, years }) => {
    const naming = matchEntries(entries, { meeting: [ordinal], exchangeYear: [id] });
    const events = calendar.items.filter(
      (item) => item.exchangeYear?.id === id && isDay(date) && item.date === date,
    ).length;
    const runs = isDated(date, { from: firstDay(years), to: lastDay(years) });
    const named = sorted(naming.map((entry) => entry.id));
    return named.length === 0 && events === 0 && !runs ? [] : [{ id, entries: named, events }];
  });
}

const meetingsDerive: Check = {
  rule: 'rule 3',
  name: 'a meeting has the documents of its entries, and the exchange years that ran, were named or had an event',
  needsWhole: true,
  run: async (context) => {
    const { backend, snapshot } = context;
    for (const { ordinal } of sample(context, snapshot.meetings)) {
      const { data, request } = await backend.get('/meetings/{ordinal}', {}, ordinal);
      const own = matchEntries(snapshot.entries, { meeting: [ordinal] });
      const cited = own.flatMap(({ evidence = [] }) => [
        ...new Set(evidence.map(({ source }) => source.id)),
      ]);
      const has = new Map(data.sources.map(({ id, entries }) => [id, entries]));
      for (const id of citedBy(data, cited)) {
        if (!has.has(id))
          throw new Broken('rule 3', request, { detail: `no document ${id}, which is cited` });
      }
      for (const [id, entries] of has) {
        const due = cited.filter((one) => one === id).length;
        expectSame('rule 3', request, `entries that cite ${id}`, entries, due);
      }
      const touched = data.exchangeYears.map(({ exchangeYear, entries, events }) => ({
        id: exchangeYear.id,
        entries: sorted(entries),
        events,
      }));
      expectSame('rule 3', request, 'exchange years', touched, touchedBy(data, snapshot));
    }
  },
};

/** The steps in words that sort; what meeting fell on the day of an event is not said here. */
function stepsOf({ id, years }: ExchangeYearSummary, { calendar, entries }: Snapshot): string[] {
  const events = calendar.items.filter(
    ({ exchangeYear, kind }) => exchangeYear?.id === id && kind !== 'event',
  );
  const announced = matchEntries(entries, { exchangeYear: [id], kind: ['announcement'] }).filter(
    ({ meeting }) =>
      firstDay(meeting.date) < firstDay(years) && !events.some(({ date }) => date === meeting.date),
  );
  return sorted([
    ...events.map(({ kind, date }) => `${kind} ${date}`),
    ...announced.map((entry) => `announced ${entry.meeting.date} by ${entry.id}`),
  ]);
}

const milestonesDerive: Check = {
  rule: 'rule 3',
  name: 'milestones are events and what meetings before an exchange year announced, in order',
  needsWhole: true,
  run: (context) => {
    for (const year of context.snapshot.exchangeYears.items) {
      const got = year.milestones.map(({ kind, date, entry }) =>
        entry === null ? `${kind} ${date}` : `${kind} ${date} by ${entry}`,
      );
      const due = stepsOf(year, context.snapshot);
      expectSame('rule 3', READ, `milestones of ${year.id}`, sorted(got), due);
      const days = year.milestones.map(({ date }) => firstDay(date));
      expectSame('rule 3', READ, `order of milestones of ${year.id}`, days, sorted(days));
    }
    return Promise.resolve();
  },
};

export const DERIVED_CHECKS: readonly Check[] = [
  hostsFollowPlaces,
  meetingsDerive,
  milestonesDerive,
];
