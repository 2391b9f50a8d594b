import { intervalOf, yearsOf } from '#src/api/edtf.ts';
import { misplacedMeetings } from '#src/lib/meeting-order.ts';
import { EDITION_FILES, type Edition, translationsFile } from './edition.ts';
import { textsOf } from './edition-texts.ts';
import type { EvidenceFact, Supported } from '../record/record.ts';
import { type EditionError, toJsonPath } from './edition-error.ts';

type Steps = readonly (string | number)[];
type Part = keyof typeof EDITION_FILES;
type Report = (part: Part, steps: Steps, message: string) => void;

/** Knows the ids of one kind of thing, and reports those that nothing carries. */
function createRegister(report: Report, noun: string, ids: Iterable<string | number>) {
  const known = new Set(ids);
  return (part: Part, steps: Steps, id: string | number | null) => {
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
    account: createRegister(report, 'party', [...parties, 'joint', 'third']),
    place: createRegister(report, 'place', idsOf(edition.places)),
    person: createRegister(report, 'person', idsOf(edition.people)),
    office: createRegister(report, 'office', idsOf(edition.offices)),
    meeting: createRegister(
      report,
      'meeting',
      edition.meetings.map(({ ordinal }) => ordinal),
    ),
    source: createRegister(report, 'source', idsOf(edition.sources)),
    entry: createRegister(report, 'entry', idsOf(edition.entries)),
  };
}
type Registers = ReturnType<typeof createRegisters>;

function checkUnique(edition: Edition, report: Report) {
  const check = (part: Part, ids: readonly (string | number)[], at: (i: number) => Steps) => {
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
    report(part, [...steps, 'further'], 'further evidence of what has no source');
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
  for (const { meeting, before } of misplacedMeetings(edition.meetings)) {
    const message = `meeting ${meeting.ordinal} was over before meeting ${before.ordinal} (${before.date})`;
    report('meetings', [edition.meetings.indexOf(meeting), 'date'], message);
  }
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
        report(
          'exchangeYears',
          [index, 'hosting', i, 'year'],
          `${hosting.year} is not in ${year.years}`,
        );
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
  if (dated.until !== undefined && intervalOf(dated) === dated.date)
    report(part, steps, `${dated.until} is not a day after the day ${dated.date}`);
}

/** What the files beside the entries say: of entries, pages and texts that are there. */
function checkAdditions(edition: Edition, known: Registers, report: Report): EditionError[] {
  const entries = new Map(edition.entries.map((entry) => [entry.id, entry]));
  for (const [id, pages] of Object.entries(edition.secondSources ?? {})) {
    known.entry('secondSources', [id], id);
    checkPages('secondSources', [id], pages, known);
    if (entries.get(id)?.source === null && pages.length > 0)
      report('secondSources', [id], 'further evidence of what has no source');
  }
  edition.copies?.forEach((id, i) => known.source('copies', [i], id));
  const texts = new Set(textsOf(edition));
  return Object.entries(edition.translations ?? {}).flatMap(([tag, translations]) =>
    Object.keys(translations)
      .filter((text) => !texts.has(text))
      .map((text) => ({
        file: translationsFile(tag),
        path: toJsonPath([text]),
        message: 'no text of the edition is this one',
      })),
  );
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

/** What the files say of each other: every id resolves and is unique, ordinals follow dates, hosts sit in their years. */
export function checkReferences(edition: Edition): EditionError[] {
  const errors: EditionError[] = [];
  const report: Report = (part, steps, message) =>
    errors.push({ file: EDITION_FILES[part], path: toJsonPath(steps), message });
  const known = createRegisters(edition, report);
  checkUnique(edition, report);
  checkMeetingOrder(edition, report);
  checkMeetings(edition, known, report);
  checkExchangeYears(edition, known, report);
  checkOthers(edition, known, report);
  errors.push(...checkAdditions(edition, known, report));
  return errors;
}
