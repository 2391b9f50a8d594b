import { intervalOf, yearsOf } from '#src/api/edtf.ts';
import { misplacedMeetings } from '#src/lib/meeting-order.ts';
import { RECORD_FILES } from './record.ts';
import type { Edition } from './edition.ts';
import { type EditionError, toJsonPath } from './edition-error.ts';

type Steps = readonly (string | number)[];
type Report = (part: keyof Edition, steps: Steps, message: string) => void;

/** Knows the ids of one kind of thing, and reports those that nothing carries. */
function createRegister(report: Report, noun: string, ids: Iterable<string | number>) {
  const known = new Set(ids);
  return (part: keyof Edition, steps: Steps, id: string | number | null) => {
    if (id !== null && !known.has(id)) report(part, steps, `no ${noun} has the id "${id}"`);
  };
}

function createRegisters(edition: Edition, report: Report) {
  const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  const parties = idsOf(edition.mechanism.parties);
  return {
    group: createRegister(report, 'group', idsOf(edition.fields.groups)),
    field: createRegister(report, 'field', idsOf(edition.fields.fields)),
    party: createRegister(report, 'party', parties),
    partyOrJoint: createRegister(report, 'party', [...parties, 'joint']),
    publisher: createRegister(report, 'party', [...parties, 'joint', 'third']),
    place: createRegister(report, 'place', idsOf(edition.places)),
    person: createRegister(report, 'person', idsOf(edition.people)),
    office: createRegister(report, 'office', idsOf(edition.offices)),
    meeting: createRegister(
      report,
      'meeting',
      edition.meetings.map(({ ordinal }) => ordinal),
    ),
    source: createRegister(report, 'source', idsOf(edition.sources)),
  };
}
type Registers = ReturnType<typeof createRegisters>;

function checkUnique(edition: Edition, report: Report) {
  const check = (
    part: keyof Edition,
    ids: readonly (string | number)[],
    at: (i: number) => Steps,
  ) => {
    const seen = new Set<string | number>();
    ids.forEach((id, index) => {
      if (seen.has(id)) report(part, at(index), `"${id}" is used twice`);
      seen.add(id);
    });
  };
  const idAt = (index: number): Steps => [index, 'id'];
  for (const part of [
    'places',
    'people',
    'offices',
    'entries',
    'exchangeYears',
    'commissions',
    'sources',
  ] as const)
    check(
      part,
      edition[part].map(({ id }) => id),
      idAt,
    );
  const { groups, fields } = edition.fields;
  check(
    'fields',
    groups.map(({ id }) => id),
    (index) => ['groups', index, 'id'],
  );
  check(
    'fields',
    fields.map(({ id }) => id),
    (index) => ['fields', index, 'id'],
  );
  check(
    'mechanism',
    edition.mechanism.parties.map(({ id }) => id),
    (index) => ['parties', index, 'id'],
  );
  check(
    'meetings',
    edition.meetings.map(({ ordinal }) => ordinal),
    (index) => [index, 'ordinal'],
  );
  edition.entries.forEach(({ fields: named }, index) =>
    check('entries', named, (position) => [index, 'fields', position]),
  );
}

/** Ordinals follow time, whatever order the file has. */
function checkMeetingOrder(edition: Edition, report: Report) {
  for (const { meeting, before } of misplacedMeetings(edition.meetings)) {
    const message = `meeting ${meeting.ordinal} was over before meeting ${before.ordinal} (${before.date})`;
    report('meetings', [edition.meetings.indexOf(meeting), 'date'], message);
  }
}

function checkMeetings(edition: Edition, known: Registers) {
  edition.meetings.forEach((meeting, index) => {
    known.place('meetings', [index, 'place'], meeting.place);
    known.source('meetings', [index, 'attendance', 'source'], meeting.attendance?.source ?? null);
    meeting.sources.forEach((id, i) => known.source('meetings', [index, 'sources', i], id));
    meeting.coChairs.forEach((coChair, i) => {
      const at = (key: string): Steps => [index, 'coChairs', i, key];
      known.party('meetings', at('party'), coChair.party);
      known.person('meetings', at('person'), coChair.person);
      known.office('meetings', at('office'), coChair.office);
      known.source('meetings', at('source'), coChair.source);
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
        report(
          'exchangeYears',
          [index, 'hosting', i, 'year'],
          `${hosting.year} is not in ${year.years}`,
        );
    });
    year.events.forEach((event, i) => {
      checkUntil('exchangeYears', [index, 'events', i, 'until'], event, report);
      known.source('exchangeYears', [index, 'events', i, 'source'], event.source);
      known.place('exchangeYears', [index, 'events', i, 'place'], event.place);
    });
    year.figures.forEach((figure, i) =>
      known.source('exchangeYears', [index, 'figures', i, 'source'], figure.source),
    );
  });
}

/** What lasted several days has a first and a later last day; months and years have no last day to speak of. */
function checkUntil(
  part: keyof Edition,
  steps: Steps,
  dated: { date: string; until?: string | undefined },
  report: Report,
) {
  if (dated.until !== undefined && intervalOf(dated) === dated.date)
    report(part, steps, `${dated.until} is not a day after the day ${dated.date}`);
}

function checkOthers(edition: Edition, known: Registers, report: Report) {
  edition.fields.fields.forEach(({ group }, i) =>
    known.group('fields', ['fields', i, 'group'], group),
  );
  edition.people.forEach(({ party }, i) => known.party('people', [i, 'party'], party));
  edition.offices.forEach(({ party }, i) => known.party('offices', [i, 'party'], party));
  edition.sources.forEach(({ reportedBy }, i) =>
    known.publisher('sources', [i, 'reportedBy'], reportedBy ?? null),
  );
  edition.entries.forEach((entry, index) => {
    known.meeting('entries', [index, 'meeting'], entry.meeting);
    known.partyOrJoint('entries', [index, 'party'], entry.party);
    known.source('entries', [index, 'source'], entry.source);
    entry.fields.forEach((id, i) => known.field('entries', [index, 'fields', i], id));
  });
  edition.commissions.forEach((commission, index) => {
    commission.fields.forEach((id, i) => known.field('commissions', [index, 'fields', i], id));
    commission.sources.forEach((id, i) => known.source('commissions', [index, 'sources', i], id));
    commission.sessions.forEach((session, i) => {
      checkUntil('commissions', [index, 'sessions', i, 'until'], session, report);
      known.source('commissions', [index, 'sessions', i, 'source'], session.source);
      known.place('commissions', [index, 'sessions', i, 'place'], session.place);
    });
  });
}

/** What the files say of each other: every id resolves and is unique, ordinals follow dates, hosts sit in their years. */
export function checkReferences(edition: Edition): EditionError[] {
  const errors: EditionError[] = [];
  const report: Report = (part, steps, message) =>
    errors.push({ file: RECORD_FILES[part], path: toJsonPath(steps), message });
  const known = createRegisters(edition, report);
  checkUnique(edition, report);
  checkMeetingOrder(edition, report);
  checkMeetings(edition, known);
  checkExchangeYears(edition, known, report);
  checkOthers(edition, known, report);
  return errors;
}
