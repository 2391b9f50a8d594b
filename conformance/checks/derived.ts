import { firstDay, isDay, lastDay } from '#src/api/edtf.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import type { SourceDetail } from '#src/api/schemas/sources.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, type CheckContext, sample } from '../check.ts';
import { compareText, idsOf, isDated, matchEntries } from '../oracle.ts';
import { broken } from '../outcome.ts';
import type { Snapshot } from '../snapshot.ts';

const READ = 'what was read of the backend';
const sorted = (ids: readonly string[]) => ids.toSorted(compareText);

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

/** The steps in words that sort, with the first meeting on the day of an event. */
function stepsOf(
  { id, years }: ExchangeYearSummary,
  { calendar, entries, meetings }: Snapshot,
): string[] {
  const meetingOn = (day: string) =>
    isDay(day) ? meetings.find(({ date }) => date === day)?.ordinal : undefined;
  const events = calendar.items.filter(
    ({ exchangeYear, kind }) => exchangeYear?.id === id && kind !== 'event',
  );
  const announced = matchEntries(entries, { exchangeYear: [id], kind: ['announcement'] }).filter(
    ({ meeting }) =>
      firstDay(meeting.date) < firstDay(years) && !events.some(({ date }) => date === meeting.date),
  );
  return sorted([
    ...events.map(({ kind, date }) => `${kind} ${date}, meeting ${meetingOn(date) ?? 'none'}`),
    ...announced.map(
      ({ id: entry, meeting }) =>
        `announced ${meeting.date}, meeting ${meeting.ordinal}, by ${entry}`,
    ),
  ]);
}

type Cited = { id: string };
/** The documents that facts cite: of all their evidence, or of their one source. */
const citing = (facts: readonly Fact[]) => [
  ...new Set(
    facts.flatMap(({ source, evidence = [] }) => [
      ...(source === null ? [] : [source.id]),
      ...evidence.map((piece) => piece.source.id),
    ]),
  ),
];
type Fact = { source: Cited | null; evidence?: readonly { source: Cited }[] | undefined };
const citesOf = (facts: readonly Fact[], id: string) =>
  facts.filter((fact) => citing([fact]).includes(id)).length;

function expectAll(request: string, what: string, listed: readonly string[], due: string[]): void {
  const missing = due.find((id) => !listed.includes(id));
  if (missing !== undefined)
    throw broken('rule 3', request, `${what}: no document ${missing}, which is cited`);
  expectSame('rule 3', request, `${what}: documents, each once`, [...new Set(listed)], listed);
}

/** What each document says of a meeting, an exchange year or a commission, by that one's own id. */
async function readDocuments({ backend, snapshot }: CheckContext, ids: readonly string[]) {
  const listed = new Set(idsOf(snapshot.sources));
  const read = new Map<string, SourceDetail>();
  for (const id of ids.filter((one) => listed.has(one)))
    read.set(id, (await backend.get('/sources/{id}', {}, id)).data);
  return read;
}

export const DERIVED_CHECKS: readonly Check[] = [
  {
    rule: 'rule 3',
    name: 'the host is the party in whose country the place lies, and nobody in a third country',
    run: ({ snapshot, same }) => {
      const hostOf = (place: { country: string } | null) =>
        snapshot.mechanism.parties.find(({ country }) => country === place?.country)?.id ?? null;
      for (const { ordinal, place, host } of snapshot.meetings)
        same(READ, `host of meeting ${ordinal}`, host, hostOf(place));
      for (const { id, kind, place, host } of snapshot.calendar.items)
        if (kind === 'meeting' || kind === 'session')
          same(READ, `calendar: host of ${id}`, host, hostOf(place));
    },
  },
  {
    rule: 'rule 3',
    name: 'a meeting has the documents of its entries, and the exchange years that ran, were named or had an event',
    needsWhole: true,
    run: async (context) => {
      const { backend, snapshot, same } = context;
      for (const { ordinal } of sample(context, snapshot.meetings)) {
        const { data, request } = await backend.get('/meetings/{ordinal}', {}, ordinal);
        const own = matchEntries(snapshot.entries, { meeting: [ordinal] });
        const cited = own.flatMap(({ evidence = [] }) => [
          ...new Set(evidence.map(({ source }) => source.id)),
        ]);
        const has = new Map(data.sources.map(({ id, entries }) => [id, entries]));
        for (const id of citedBy(data, cited)) {
          if (!has.has(id)) throw broken('rule 3', request, `no document ${id}, which is cited`);
        }
        for (const [id, entries] of has) {
          const due = cited.filter((one) => one === id).length;
          same(request, `entries that cite ${id}`, entries, due);
        }
        const touched = data.exchangeYears.map(({ exchangeYear, entries, events }) => ({
          id: exchangeYear.id,
          entries: sorted(entries),
          events,
        }));
        same(request, 'exchange years', touched, touchedBy(data, snapshot));
      }
    },
  },
  {
    rule: 'rule 3',
    name: 'milestones are events and what meetings before an exchange year announced, in order',
    needsWhole: true,
    run: (context) => {
      for (const year of context.snapshot.exchangeYears.items) {
        const got = year.milestones.map(
          ({ kind, date, meeting, entry }) =>
            `${kind} ${date}, meeting ${meeting ?? 'none'}${entry === null ? '' : `, by ${entry}`}`,
        );
        const due = stepsOf(year, context.snapshot);
        expectSame('rule 3', READ, `milestones of ${year.id}`, sorted(got), due);
        const days = year.milestones.map(({ date }) => firstDay(date));
        expectSame('rule 3', READ, `order of milestones of ${year.id}`, days, sorted(days));
      }
    },
  },
  {
    rule: 'rule 3',
    name: 'exchange years and commissions have the documents that they cite, and these tell the same',
    run: async (context) => {
      const { backend, snapshot } = context;
      const things: [string, string, readonly Cited[], Fact[][]][] = [];
      for (const { id } of sample(context, snapshot.exchangeYears.items)) {
        const { data, request } = await backend.get('/exchange-years/{id}', {}, id);
        things.push([id, request, data.sources, [data.events, data.figures]]);
      }
      for (const { id, sources, sessions } of snapshot.commissions.items)
        things.push([id, 'GET /commissions', sources, [sessions]]);
      const asked = things.flatMap(([, , sources]) => idsOf(sources).slice(0, 3));
      const documents = await readDocuments(context, [...new Set(asked)].slice(0, 40));
      for (const [id, request, sources, facts] of things) {
        expectAll(request, id, idsOf(sources), citing(facts.flat()));
        for (const source of documents.values()) {
          const rests = [...source.exchangeYears, ...source.commissions].find(
            (one) => one.id === id,
          );
          const own = `GET /sources/${source.id}`;
          const isListed = sources.some((one) => one.id === source.id);
          expectSame('sources', own, `${id} rests on it`, rests !== undefined, isListed);
          if (rests === undefined) continue;
          const got = 'sessions' in rests ? [rests.sessions] : [rests.events, rests.figures];
          const due = facts.map((list) => citesOf(list, source.id));
          expectSame('sources', own, `what of ${id} cites it`, got, due);
        }
      }
    },
  },
  {
    rule: 'sources',
    name: 'a document tells of each meeting that rests on it, when it was, and how many entries cite it',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      const meetings = new Map<number, Meeting>();
      for (const { ordinal } of sample(context, snapshot.meetings))
        meetings.set(ordinal, (await backend.get('/meetings/{ordinal}', {}, ordinal)).data);
      const ids = [...meetings.values()].flatMap(({ sources }) => {
        const plain = sources.find(({ entries }) => entries === 0) ?? sources[0];
        return [plain, sources.at(-1)].flatMap((one) => one?.id ?? []);
      });
      const documents = await readDocuments(context, [...new Set(ids)].slice(0, 24));
      for (const [id, source] of documents) {
        const own = source.meetings.filter(({ ordinal }) => meetings.has(ordinal));
        const due = [...meetings.values()].flatMap(({ ordinal, date, sources }) => {
          const rests = sources.find((one) => one.id === id);
          return rests === undefined ? [] : [{ ordinal, date, entries: rests.entries }];
        });
        const got = own.map(({ ordinal, date, entries }) => ({ ordinal, date, entries }));
        const sort = (list: typeof got) => list.toSorted((a, b) => a.ordinal - b.ordinal);
        same(`GET /sources/${id}`, 'meetings', sort(got), sort(due));
      }
    },
  },
];
