import { intervalOf, yearsOf } from '#src/api/edtf.ts';
import { misplacedMeetings } from '#src/lib/meeting-order.ts';
import type { EvidenceFact, Supported } from '../record/record.ts';
import type { AsFar } from './check-parts.ts';
import type { Placed, Steps } from './check-shape.ts';
import {
  checkEachOnce,
  excusedOf,
  type Hidden,
  type HiddenIds,
  type Id,
  NO_PARTIES,
} from './check-ids.ts';
import type { Edition, Part } from './edition.ts';
import { type Found, missed, type Values } from '../reading/faults.ts';

type Report = (part: Part, steps: Steps, code: Found['code'], values?: Values) => void;
type Given = AsFar<Edition>;
type Items = readonly AsFar<{ id: string }>[] | null | undefined;

type Fault = Placed & { part: Part };

/** Knows the ids of one kind of thing, and reports those that nothing carries. */
function createRegister(thing: string, ids: readonly Id[], hidden: Hidden, faults: Fault[]) {
  const known = new Set(ids);
  const asked: { id: Id; fault: Fault }[] = [];
  return {
    ask: (part: Part, steps: Steps, id: Id) => {
      if (id == null || known.has(id)) return;
      const fault: Fault = { part, steps, found: missed(thing, id, known) };
      asked.push({ id, fault });
      faults.push(fault);
    },
    thing,
    hidden,
    asked,
  };
}

function createRegisters(edition: Given, hiddenIds: HiddenIds, faults: Fault[]) {
  const registers: ReturnType<typeof createRegister>[] = [];
  const idsOf = (items: Items) => (items ?? []).map((item) => item?.id);
  const parties = idsOf(edition?.mechanism?.parties);
  const named = (thing: string, ids: readonly Id[], part: Part, list?: string) => {
    const hidden = hiddenIds(part, list);
    const taken = list === 'parties' ? parties.filter((id) => NO_PARTIES.has(id)) : [];
    const all = hidden === 'all' ? hidden : [...hidden, ...taken];
    const register = createRegister(thing, ids, all, faults);
    registers.push(register);
    return register.ask;
  };
  const ordinals = (edition?.meetings ?? []).map((meeting) => meeting?.ordinal);
  return {
    group: named('group', idsOf(edition?.fields?.groups), 'fields', 'groups'),
    field: named('field', idsOf(edition?.fields?.fields), 'fields', 'fields'),
    party: named('party', parties, 'mechanism', 'parties'),
    partyOrJoint: named('party', [...parties, 'joint'], 'mechanism', 'parties'),
    account: named('party', [...parties, 'joint', 'third'], 'mechanism', 'parties'),
    place: named('place', idsOf(edition?.places), 'places'),
    person: named('person', idsOf(edition?.people), 'people'),
    office: named('office', idsOf(edition?.offices), 'offices'),
    meeting: named('meeting', ordinals, 'meetings'),
    source: named('source', idsOf(edition?.sources), 'sources'),
    entry: named('entry', idsOf(edition?.entries), 'entries'),
    exchangeYear: named('exchange-year', idsOf(edition?.exchangeYears), 'exchangeYears'),
    /** The faults that follow from ids which could not be read, however the things are named. */
    excused: () =>
      new Set(
        [...Map.groupBy(registers, ({ thing }) => thing).values()].flatMap((alike) =>
          excusedOf(
            Map.groupBy(
              alike.flatMap(({ asked }) => asked),
              ({ id }) => id,
            ),
            alike[0]?.hidden ?? [],
          ).map(({ fault }) => fault),
        ),
      ),
  };
}
type Registers = ReturnType<typeof createRegisters>;

/** What there is of a list, each with its place; what is at fault in it is passed over. */
function each<Item>(
  list: readonly Item[] | null | undefined,
  visit: (item: NonNullable<Item>, index: number) => void,
): void {
  list?.forEach((item, index) => {
    if (item != null) visit(item, index);
  });
}

/** A list of references: each leads somewhere, and none stands twice. */
function checkLinks(
  part: Part,
  steps: Steps,
  ids: readonly Id[] | null | undefined,
  known: (part: Part, steps: Steps, id: Id) => void,
  report: Report,
) {
  each(ids, (id, i) => known(part, [...steps, i], id));
  checkEachOnce(
    ids ?? [],
    (i) => [...steps, i],
    (...twice) => report(part, ...twice),
  );
}

/** Every page that supports a fact is on record; further pages need a first one. */
function checkEvidence(
  part: Part,
  steps: Steps,
  { source, further }: NonNullable<AsFar<Supported>>,
  known: Registers,
  report: Report,
) {
  known.source(part, [...steps, 'source'], source);
  checkPages(part, [...steps, 'further'], further, known);
  if (source === null && (further?.length ?? 0) > 0)
    report(part, [...steps, 'further'], 'further-without-source');
}

function checkPages(
  part: Part,
  steps: Steps,
  pages: AsFar<readonly Pick<EvidenceFact, 'source'>[]>,
  known: Registers,
) {
  each(pages, ({ source }, i) => known.source(part, [...steps, i, 'source'], source));
}

/** Parties are told apart by their ids, and as hosts by their countries. */
function checkParties(edition: Given, report: Report) {
  const parties = edition?.mechanism?.parties ?? [];
  each(parties, ({ id, country }, i) => {
    if (id != null && NO_PARTIES.has(id))
      report('mechanism', ['parties', i, 'id'], 'id-taken', { id });
    const other = parties.slice(0, i).find((one) => one?.country === country)?.id;
    // Of two with one id, that is the fault.
    if (country != null && other != null && other !== id)
      report('mechanism', ['parties', i, 'country'], 'country-twice', { country, party: other });
  });
}

/** Ordinals follow time, whatever order the file has. */
function checkMeetingOrder(edition: Given, report: Report) {
  const placed = (edition?.meetings ?? []).flatMap((meeting, index) => {
    const { ordinal, date } = meeting ?? {};
    return ordinal == null || date == null ? [] : [{ ordinal, date, index }];
  });
  // Of two with one ordinal, that is the fault.
  const once = [...new Map(placed.map((one) => [one.ordinal, one])).values()];
  for (const { meeting, before, wrong } of misplacedMeetings(once))
    report('meetings', [wrong.index, 'date'], 'meeting-order', {
      meeting: meeting.ordinal,
      before: before.ordinal,
      date: before.date,
    });
}

function checkMeetings(edition: Given, known: Registers, report: Report) {
  each(edition?.meetings, (meeting, index) => {
    known.place('meetings', [index, 'place'], meeting.place);
    checkPages('meetings', [index, 'venueEvidence'], meeting.venueEvidence, known);
    if (meeting.attendance != null)
      checkEvidence('meetings', [index, 'attendance'], meeting.attendance, known, report);
    checkLinks('meetings', [index, 'sources'], meeting.sources, known.source, report);
    each(meeting.coChairs, (coChair, i) => {
      const at = (key: string): Steps => [index, 'coChairs', i, key];
      known.party('meetings', at('party'), coChair.party);
      known.person('meetings', at('person'), coChair.person);
      known.office('meetings', at('office'), coChair.office);
      checkEvidence('meetings', [index, 'coChairs', i], coChair, known, report);
    });
    checkEachOnce(
      meeting.coChairs?.map((coChair) => coChair?.person) ?? [],
      (i) => [index, 'coChairs', i, 'person'],
      (...twice) => report('meetings', ...twice),
    );
  });
}

/** Hosting years lie in the exchange year's own; where none of several does, these are what is wrong. */
function checkHosting(at: Steps, { hosting, years }: Partial<Hosted>, report: Report) {
  if (years == null) return;
  const told = (hosting ?? []).map((one) => one?.year).filter((year) => year != null);
  const outside = told.filter((year) => !yearsOf(years).includes(year));
  const isOfYears = told.length > 1 && outside.length === told.length;
  each(hosting, ({ year }, i) => {
    if (year == null || !outside.includes(year) || (isOfYears && year !== outside[0])) return;
    const steps = isOfYears ? ['years'] : ['hosting', i, 'year'];
    report('exchangeYears', [...at, ...steps], 'host-year', { year, years });
  });
}
type Hosted = NonNullable<AsFar<Edition['exchangeYears'][number]>>;

function checkExchangeYears(edition: Given, known: Registers, report: Report) {
  each(edition?.exchangeYears, (year, index) => {
    known.field('exchangeYears', [index, 'field'], year.field);
    checkLinks('exchangeYears', [index, 'sources'], year.sources, known.source, report);
    each(year.hosting, (hosting, i) =>
      known.partyOrJoint('exchangeYears', [index, 'hosting', i, 'host'], hosting.host),
    );
    checkHosting([index], year, report);
    each(year.events, (event, i) => {
      checkUntil('exchangeYears', [index, 'events', i, 'until'], event, report);
      checkEvidence('exchangeYears', [index, 'events', i], event, known, report);
      known.place('exchangeYears', [index, 'events', i, 'place'], event.place);
    });
    each(year.figures, (figure, i) =>
      checkEvidence('exchangeYears', [index, 'figures', i], figure, known, report),
    );
  });
}

/** What lasted several days has a first and a later last day; months and years have no last day to speak of. */
function checkUntil(
  part: Part,
  steps: Steps,
  { date, until }: { date?: string | null | undefined; until?: string | null | undefined },
  report: Report,
) {
  if (date != null && until != null && intervalOf({ date, until }) === date)
    report(part, steps, 'until', { until, date });
}

/** What the files beside the entries say: of entries and pages that are there. */
function checkAdditions(edition: Given, known: Registers, report: Report) {
  const entries = new Map((edition?.entries ?? []).map((entry) => [entry?.id, entry]));
  for (const [id, pages] of Object.entries(edition?.secondSources ?? {})) {
    known.entry('secondSources', [id], id);
    checkPages('secondSources', [id], pages, known);
    if (entries.get(id)?.source === null && (pages?.length ?? 0) > 0)
      report('secondSources', [id], 'further-without-source');
  }
  checkLinks('copies', [], edition?.copies, known.source, report);
}

function checkEntries(edition: Given, known: Registers, report: Report) {
  each(edition?.entries, (entry, index) => {
    known.meeting('entries', [index, 'meeting'], entry.meeting);
    known.partyOrJoint('entries', [index, 'party'], entry.party);
    checkEvidence('entries', [index], entry, known, report);
    checkLinks('entries', [index, 'fields'], entry.fields, known.field, report);
    // An edition leaves these links to the import; a record has them.
    const { exchangeYears } = entry as { exchangeYears?: readonly Id[] };
    checkLinks('entries', [index, 'exchangeYears'], exchangeYears, known.exchangeYear, report);
  });
}

/** Copies of each other, or of themselves: none of them is what the others were copied from. */
function checkCopies(edition: Given, report: Report) {
  const origins = new Map((edition?.sources ?? []).map((one) => [one?.id, one?.copy?.of]));
  const told = new Set<Id>();
  each(edition?.sources, ({ id }, i) => {
    const met = new Set<Id>();
    let next: Id = id;
    while (next != null && !met.has(next) && !told.has(next)) {
      met.add(next);
      next = origins.get(next);
    }
    if (id == null || next !== id || told.has(id)) return;
    report('sources', [i, 'copy', 'of'], 'copy-circle', { id });
    for (const one of met) told.add(one);
  });
}

function checkOthers(edition: Given, known: Registers, report: Report) {
  const otherNames = (edition?.mechanism?.otherNames ?? []).map((one) =>
    one?.written == null || one.other == null ? null : `${one.written}: ${one.other}`,
  );
  checkEachOnce(
    otherNames,
    (i) => ['otherNames', i, 'other'],
    (...twice) => report('mechanism', ...twice),
  );
  each(edition?.fields?.fields, ({ group }, i) =>
    known.group('fields', ['fields', i, 'group'], group),
  );
  each(edition?.people, ({ party }, i) => known.party('people', [i, 'party'], party));
  each(edition?.offices, ({ party }, i) => known.party('offices', [i, 'party'], party));
  each(edition?.sources, ({ reportedBy, copy }, i) => {
    known.account('sources', [i, 'reportedBy'], reportedBy);
    known.source('sources', [i, 'copy', 'of'], copy?.of);
  });
  checkCopies(edition, report);
  each(edition?.commissions, (commission, index) => {
    checkLinks('commissions', [index, 'fields'], commission.fields, known.field, report);
    checkLinks('commissions', [index, 'sources'], commission.sources, known.source, report);
    each(commission.sessions, (session, i) => {
      checkUntil('commissions', [index, 'sessions', i, 'until'], session, report);
      checkEvidence('commissions', [index, 'sessions', i], session, known, report);
      known.place('commissions', [index, 'sessions', i, 'place'], session.place);
    });
  });
}

/**
 * What the parts say of each other: every id resolves, ordinals follow dates, hosts sit in their years.
 * @param edition without what is at fault by itself, all else at its place
 */
export function checkReferences(edition: Given, hiddenIds: HiddenIds): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (part, steps, code, values = {}) =>
    faults.push({ part, steps, found: { code, values } });
  const known = createRegisters(edition, hiddenIds, faults);
  checkParties(edition, report);
  checkMeetingOrder(edition, report);
  checkMeetings(edition, known, report);
  checkExchangeYears(edition, known, report);
  checkEntries(edition, known, report);
  checkOthers(edition, known, report);
  checkAdditions(edition, known, report);
  const excused = known.excused();
  return faults.filter((fault) => !excused.has(fault));
}
