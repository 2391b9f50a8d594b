/** What a row that is gone leaves behind: what nothing names any more, and what all others have. */
import { firstDay, lastDay, yearsOf } from '#src/api/edtf.ts';
import type { RecordFault } from '#src/api/record-fault.ts';
import { compareIds } from '../../text/text-order.ts';
import type { Part } from '../edition.ts';
import { type Checked, warn } from '../warn.ts';

/** By the properties that name things, what they name. */
const NAMING: Readonly<Record<string, string>> = {
  field: 'field',
  fields: 'field',
  group: 'group',
  place: 'place',
  person: 'person',
  office: 'office',
  source: 'source',
  sources: 'source',
  of: 'source',
};

/** All that is named within a value, each with what kind of thing it is. */
function noteNamed(value: unknown, thing: string | undefined, named: Set<string>): void {
  if (typeof value === 'string') {
    if (thing !== undefined) named.add(`${thing} ${value}`);
  } else if (Array.isArray(value)) for (const one of value) noteNamed(one, thing, named);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) noteNamed(one, NAMING[key], named);
}

/** Things that nothing names any more. */
export function findUnused(record: Checked): RecordFault[] {
  const { fields, places, people, offices, sources, meetings, entries } = record;
  const { exchangeYears, commissions } = record;
  const named = new Set<string>();
  const { secondSources } = record as { secondSources?: unknown };
  for (const one of [meetings, entries, exchangeYears, commissions, secondSources])
    noteNamed(one, undefined, named);
  for (const { copy } of sources) noteNamed(copy, undefined, named);
  for (const { group } of fields.fields) named.add(`group ${group}`);
  const lists: readonly (readonly [Part, string, readonly { id: string }[], ...string[]])[] = [
    ['fields', 'group', fields.groups, 'groups'],
    ['fields', 'field', fields.fields, 'fields'],
    ['places', 'place', places],
    ['people', 'person', people],
    ['offices', 'office', offices],
    ['sources', 'source', sources],
  ];
  return lists.flatMap(([part, thing, list, ...steps]) =>
    list.flatMap(({ id }, at) =>
      named.has(`${thing} ${id}`)
        ? []
        : [warn(part, [...steps, at, 'id'], { code: 'unused', values: { thing, id } })],
    ),
  );
}

/** As many meetings show what each of them has. */
const FEWEST_MEETINGS = 5;
const NEARLY_ALL = 0.9;

/** Meetings without a co-chair of a party that has one at nearly all the others. */
export function findLost({ mechanism: { parties }, meetings }: Checked): RecordFault[] {
  return parties.flatMap(({ id }) => {
    const without = meetings.flatMap(({ coChairs }, at) =>
      coChairs.some(({ party }) => party === id) ? [] : [at],
    );
    const isRule =
      meetings.length >= FEWEST_MEETINGS && without.length <= meetings.length * (1 - NEARLY_ALL);
    return (isRule ? without : []).map((at) =>
      warn('meetings', [at, 'ordinal'], {
        code: 'chair-missing',
        values: { meeting: meetings[at]?.ordinal ?? 0, party: id },
      }),
    );
  });
}

/** Exchange years that were closed before they were opened. */
function checkCeremonies({ exchangeYears }: Checked): RecordFault[] {
  return exchangeYears.flatMap(({ events }, at) => {
    const of = (wanted: string) =>
      events
        .flatMap(({ kind, date }, nth) => (kind === wanted ? [{ date, nth }] : []))
        .toSorted((a, b) => compareIds(a.date, b.date));
    const [opening, closing] = [of('opening')[0], of('closing')[0]];
    return opening !== undefined &&
      closing !== undefined &&
      lastDay(closing.date) < firstDay(opening.date)
      ? [
          warn('exchangeYears', [at, 'events', closing.nth, 'kind'], {
            code: 'closed-early',
            values: { closing: closing.date, opening: opening.date },
          }),
        ]
      : [];
  });
}

/** What is said to have happened in an exchange year, and is of another time; what was announced may be. */
const checkEvents = ({ exchangeYears }: Checked): RecordFault[] =>
  exchangeYears.flatMap(({ years, events }, at) =>
    events.flatMap(({ kind, date }, nth) => {
      const [of = 0] = yearsOf(date);
      return kind === 'announced' || yearsOf(years).some((year) => Math.abs(year - of) <= 1)
        ? []
        : [
            warn('exchangeYears', [at, 'events', nth, 'date'], {
              code: 'event-outside',
              values: { date, years },
            }),
          ];
    }),
  );

/** Events of another time than their exchange year, or else closings before openings. */
export function findOutOfTime(record: Checked): RecordFault[] {
  const outside = checkEvents(record);
  return outside.length > 0 ? outside : checkCeremonies(record);
}
