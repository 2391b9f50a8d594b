import { intervalOf, yearsOf } from '#src/api/edtf.ts';
import { misplacedMeetings } from '#src/lib/meeting-order.ts';
import type { EvidenceFact, Supported } from '../record/record.ts';
import type { SoundPart } from './check-parts.ts';
import type { Placed, Steps } from './check-shape.ts';
import type { EDITION_FILES, Edition } from './edition.ts';
import type { Found, Values } from '../reading/faults.ts';

export type Part = keyof typeof EDITION_FILES;
type Report = (part: Part, steps: Steps, code: Found['code'], values?: Values) => void;
/** What is known of the things of a part, or of one of its lists, that are left out of the edition since they have faults. */
export type LookUp = (part: Part, list?: string) => Pick<SoundPart, 'leftOut' | 'isOpen'>;

/** Knows the ids of one kind of thing, and reports those that nothing carries. */
function createRegister(
  report: Report,
  thing: string,
  ids: readonly (string | number)[],
  { leftOut, isOpen }: ReturnType<LookUp>,
) {
  const known = new Set([...ids, ...leftOut]);
  return (part: Part, steps: Steps, id: string | number | null) => {
    if (id !== null && !isOpen && !known.has(id)) report(part, steps, 'no-such', { thing, id });
  };
}

function createRegisters(edition: Edition, lookUp: LookUp, report: Report) {
  const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  const parties = idsOf(edition.mechanism.parties);
  const named = (thing: string, ids: readonly (string | number)[], part: Part, list?: string) =>
    createRegister(report, thing, ids, lookUp(part, list));
  return {
    group: named('group', idsOf(edition.fields.groups), 'fields', 'groups'),
    field: named('field', idsOf(edition.fields.fields), 'fields', 'fields'),
    party: named('party', parties, 'mechanism', 'parties'),
    partyOrJoint: named('party', [...parties, 'joint'], 'mechanism', 'parties'),
    account: named('party', [...parties, 'joint', 'third'], 'mechanism', 'parties'),
    place: named('place', idsOf(edition.places), 'places'),
    person: named('person', idsOf(edition.people), 'people'),
    office: named('office', idsOf(edition.offices), 'offices'),
    meeting: named(
      'meeting',
      edition.meetings.map(({ ordinal }) => ordinal),
      'meetings',
    ),
    source: named('source', idsOf(edition.sources), 'sources'),
    entry: named('entry', idsOf(edition.entries), 'entries'),
    exchangeYear: named('exchange-year', idsOf(edition.exchangeYears), 'exchangeYears'),
  };
}
type Registers = ReturnType<typeof createRegisters>;

/** A list of ids in which none should stand twice. */
function checkEachOnce(
  ids: readonly (string | number)[],
  report: (index: number, code: 'used-twice', values: Values) => void,
) {
  const seen = new Set<string | number>();
  ids.forEach((id, index) => {
    if (seen.has(id)) report(index, 'used-twice', { id });
    seen.add(id);
  });
}

const UNIQUE: readonly { part: Part; list?: string; key: string }[] = [
  { part: 'mechanism', list: 'parties', key: 'id' },
  { part: 'fields', list: 'groups', key: 'id' },
  { part: 'fields', list: 'fields', key: 'id' },
  ...(
    ['places', 'people', 'offices', 'entries', 'exchangeYears', 'commissions', 'sources'] as const
  ).map((part) => ({ part, key: 'id' })),
  { part: 'meetings', key: 'ordinal' },
];

/** Ids that stand twice, in the parts as they came: also of things that have other faults. */
export function checkUnique(contents: Partial<Record<Part, unknown>>): (Placed & { part: Part })[] {
  return UNIQUE.flatMap(({ part, list, key }) => {
    const given = contents[part];
    const items = list === undefined ? given : (given as Record<string, unknown> | null)?.[list];
    if (!Array.isArray(items)) return [];
    const found: (Placed & { part: Part })[] = [];
    const places = items.flatMap((item: unknown, index) => {
      const id = (item as Record<string, unknown> | null)?.[key];
      return typeof id === 'string' || typeof id === 'number' ? [{ id, index }] : [];
    });
    checkEachOnce(
      places.map(({ id }) => id),
      (at, code, values) => {
        const steps = [...(list === undefined ? [] : [list]), places[at]?.index ?? 0, key];
        found.push({ part, steps, found: { code, values } });
      },
    );
    return found;
  });
}

/** Every page that supports a fact is on record; further pages need a first one. */
function checkEvidence(
  part: Part,
  steps: Steps,
  { source, further = [] }: Supported,
  known: Registers,
  report: Report,
) {
  known.source(part, [...steps, 'source'], source);
  checkPages(part, [...steps, 'further'], further, known);
  if (source === null && further.length > 0)
    report(part, [...steps, 'further'], 'further-without-source');
}

function checkPages(
  part: Part,
  steps: Steps,
  pages: readonly Pick<EvidenceFact, 'source'>[],
  known: Registers,
) {
  pages.forEach(({ source }, i) => known.source(part, [...steps, i, 'source'], source));
}

/** Ordinals follow time, whatever order the file has. */
function checkMeetingOrder(edition: Edition, report: Report) {
  // Of two with one ordinal, that is the fault.
  const each = [...new Map(edition.meetings.map((one) => [one.ordinal, one])).values()];
  for (const { meeting, before } of misplacedMeetings(each))
    report('meetings', [edition.meetings.indexOf(meeting), 'date'], 'meeting-order', {
      meeting: meeting.ordinal,
      before: before.ordinal,
      date: before.date,
    });
}

function checkMeetings(edition: Edition, known: Registers, report: Report) {
  edition.meetings.forEach((meeting, index) => {
    known.place('meetings', [index, 'place'], meeting.place);
    checkPages('meetings', [index, 'venueEvidence'], meeting.venueEvidence ?? [], known);
    if (meeting.attendance !== null)
      checkEvidence('meetings', [index, 'attendance'], meeting.attendance, known, report);
    meeting.sources.forEach((id, i) => known.source('meetings', [index, 'sources', i], id));
    meeting.coChairs.forEach((coChair, i) => {
      const at = (key: string): Steps => [index, 'coChairs', i, key];
      known.party('meetings', at('party'), coChair.party);
      known.person('meetings', at('person'), coChair.person);
      known.office('meetings', at('office'), coChair.office);
      checkEvidence('meetings', [index, 'coChairs', i], coChair, known, report);
    });
  });
}

function checkExchangeYears(edition: Edition, known: Registers, report: Report) {
  edition.exchangeYears.forEach((year, index) => {
    known.field('exchangeYears', [index, 'field'], year.field);
    year.sources.forEach((id, i) => known.source('exchangeYears', [index, 'sources', i], id));
    year.hosting.forEach((hosting, i) => {
      known.partyOrJoint('exchangeYears', [index, 'hosting', i, 'host'], hosting.host);
      if (!yearsOf(year.years).includes(hosting.year))
        report('exchangeYears', [index, 'hosting', i, 'year'], 'host-year', {
          year: hosting.year,
          years: year.years,
        });
    });
    year.events.forEach((event, i) => {
      checkUntil('exchangeYears', [index, 'events', i, 'until'], event, report);
      checkEvidence('exchangeYears', [index, 'events', i], event, known, report);
      known.place('exchangeYears', [index, 'events', i, 'place'], event.place);
    });
    year.figures.forEach((figure, i) =>
      checkEvidence('exchangeYears', [index, 'figures', i], figure, known, report),
    );
  });
}

/** What lasted several days has a first and a later last day; months and years have no last day to speak of. */
function checkUntil(
  part: Part,
  steps: Steps,
  dated: { date: string; until?: string | undefined },
  report: Report,
) {
  const { date, until } = dated;
  if (until !== undefined && intervalOf(dated) === date)
    report(part, steps, 'until', { until, date });
}

/** What the files beside the entries say: of entries and pages that are there. */
function checkAdditions(edition: Edition, known: Registers, report: Report) {
  const entries = new Map(edition.entries.map((entry) => [entry.id, entry]));
  for (const [id, pages] of Object.entries(edition.secondSources ?? {})) {
    known.entry('secondSources', [id], id);
    checkPages('secondSources', [id], pages, known);
    if (entries.get(id)?.source === null && pages.length > 0)
      report('secondSources', [id], 'further-without-source');
  }
  edition.copies?.forEach((id, i) => known.source('copies', [i], id));
}

function checkOthers(edition: Edition, known: Registers, report: Report) {
  edition.fields.fields.forEach(({ group }, i) =>
    known.group('fields', ['fields', i, 'group'], group),
  );
  edition.people.forEach(({ party }, i) => known.party('people', [i, 'party'], party));
  edition.offices.forEach(({ party }, i) => known.party('offices', [i, 'party'], party));
  edition.sources.forEach(({ reportedBy, copy }, i) => {
    known.account('sources', [i, 'reportedBy'], reportedBy ?? null);
    known.source('sources', [i, 'copy', 'of'], copy?.of ?? null);
  });
  edition.entries.forEach((entry, index) => {
    known.meeting('entries', [index, 'meeting'], entry.meeting);
    known.partyOrJoint('entries', [index, 'party'], entry.party);
    checkEvidence('entries', [index], entry, known, report);
    entry.fields.forEach((id, i) => known.field('entries', [index, 'fields', i], id));
    checkEachOnce(entry.fields, (i, ...twice) => report('entries', [index, 'fields', i], ...twice));
    // An edition leaves these links to the import; a record has them.
    const { exchangeYears = [] } = entry as { exchangeYears?: readonly string[] };
    const at = (i: number): Steps => [index, 'exchangeYears', i];
    exchangeYears.forEach((id, i) => known.exchangeYear('entries', at(i), id));
    checkEachOnce(exchangeYears, (i, ...twice) => report('entries', at(i), ...twice));
  });
  edition.commissions.forEach((commission, index) => {
    commission.fields.forEach((id, i) => known.field('commissions', [index, 'fields', i], id));
    commission.sources.forEach((id, i) => known.source('commissions', [index, 'sources', i], id));
    commission.sessions.forEach((session, i) => {
      checkUntil('commissions', [index, 'sessions', i, 'until'], session, report);
      checkEvidence('commissions', [index, 'sessions', i], session, known, report);
      known.place('commissions', [index, 'sessions', i, 'place'], session.place);
    });
  });
}

/** What the parts say of each other: every id resolves, ordinals follow dates, hosts sit in their years. */
export function checkReferences(edition: Edition, lookUp: LookUp): (Placed & { part: Part })[] {
  const faults: (Placed & { part: Part })[] = [];
  const report: Report = (part, steps, code, values = {}) =>
    faults.push({ part, steps, found: { code, values } });
  const known = createRegisters(edition, lookUp, report);
  checkMeetingOrder(edition, report);
  checkMeetings(edition, known, report);
  checkExchangeYears(edition, known, report);
  checkOthers(edition, known, report);
  checkAdditions(edition, known, report);
  return faults;
}
