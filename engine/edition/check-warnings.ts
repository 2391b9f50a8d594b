import type { RecordFault } from '#src/api/record-fault.ts';
import type { RecordData } from '../record/record.ts';
import { EDITION_FILES, type Edition } from './edition.ts';
import { faultAt, type Found, shown } from '../reading/faults.ts';
import { findRepeated } from './check-repeated.ts';
import { findOtherScripts } from './check-scripts.ts';

type Checked = Edition | RecordData;
type Part = keyof typeof EDITION_FILES;

const warn = (part: Part, steps: readonly (string | number)[], found: Found): RecordFault =>
  faultAt(EDITION_FILES[part], steps, found);

/**
 * Letters of UTF-8 that were read as Latin-1, Windows-1252, Windows-1251, GBK or not at all; Cyrillic letters that were read
 * as Latin ones; what is left of letters that an encoding does not have.
 */
const GARBLED = new RegExp(
  [
    '[\\uFFFD\\u0080-\\u009F]|锟斤拷|\\?{4}|â€',
    '[ÃÐÑ][\\u0080-\\u00BF\\u2018-\\u203A]|[äåæçèé][\\u0080-\\u00BF]{2}',
    '(?:[РС][\\u00A0-\\u00BF\\u0401-\\u040F\\u0451-\\u045F\\u0490\\u0491\\u2013-\\u203A\\u20AC\\u2116\\u2122]){2}',
    '[À-ÖØ-öø-ÿ]{5}',
  ].join('|'),
  'u',
);

/** Texts within a part that look as if another encoding had been taken for theirs. */
function findGarbled(
  part: Part,
  value: unknown,
  steps: readonly (string | number)[],
): RecordFault[] {
  if (typeof value === 'string')
    return GARBLED.test(value)
      ? [warn(part, steps, { code: 'garbled', values: { sample: shown(value) } })]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  const pairs = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return pairs.flatMap(([key, one]) => findGarbled(part, one, [...steps, key]));
}

function checkMeetings({ meetings, entries }: Checked): RecordFault[] {
  const cited = new Set(
    entries.flatMap(({ meeting, source }) => (source === null ? [] : [meeting])),
  );
  const unsourced = meetings.flatMap(({ ordinal, sources, coChairs }, index) =>
    sources.length > 0 || cited.has(ordinal) || coChairs.some(({ source }) => source !== null)
      ? []
      : [
          warn('meetings', [index, 'sources'], {
            code: 'meeting-unsourced',
            values: { meeting: ordinal },
          }),
        ],
  );
  const sorted = meetings.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b);
  const gaps = sorted.flatMap((after, index) => {
    const before = sorted[index - 1];
    if (before === undefined || after - before < 2) return [];
    const at = meetings.findIndex(({ ordinal }) => ordinal === after);
    return [
      warn('meetings', [at, 'ordinal'], { code: 'ordinals-missing', values: { before, after } }),
    ];
  });
  return [...unsourced, ...gaps];
}

function checkFields({ fields, entries, exchangeYears, commissions }: Checked): RecordFault[] {
  const used = new Set([
    ...entries.flatMap((entry) => entry.fields),
    ...exchangeYears.map(({ field }) => field),
    ...commissions.flatMap((commission) => commission.fields),
  ]);
  return fields.fields.flatMap(({ id }, index) =>
    used.has(id)
      ? []
      : [warn('fields', ['fields', index, 'id'], { code: 'field-unused', values: { id } })],
  );
}

type Sourced = { source?: unknown; locator?: unknown; quote?: unknown };

/** Places in a source, or its words, of which nobody knows whose they are. */
function checkLocators({ meetings, entries, exchangeYears, commissions }: Checked): RecordFault[] {
  const isAlone = ({ source, locator, quote }: Sourced) =>
    source === null && (locator != null || quote != null);
  const alone = (part: Part, facts: readonly Sourced[], steps: readonly (string | number)[] = []) =>
    facts.flatMap((fact, index) =>
      isAlone(fact) ? [warn(part, [...steps, index, 'source'], { code: 'source-unnamed' })] : [],
    );
  return [
    ...meetings.flatMap(({ coChairs }, at) => alone('meetings', coChairs, [at, 'coChairs'])),
    ...alone('entries', entries),
    ...exchangeYears.flatMap(({ events, figures }, at) => [
      ...alone('exchangeYears', events, [at, 'events']),
      ...alone('exchangeYears', figures, [at, 'figures']),
    ]),
    ...commissions.flatMap(({ sessions }, at) => alone('commissions', sessions, [at, 'sessions'])),
  ];
}

/** Of fewer sources nobody can tell which is which. */
const FEWEST = 3;
/** As many of the titles are shorter than their publishers where the two changed places; as a rule it is one in seven. */
const NEARLY_ALL = 0.9;

/** Titles that stand where the publishers belong, all of them or one. */
function checkTitles({ sources }: Checked): RecordFault[] {
  const whole = sources.filter(({ title, publisher }) => title !== null && publisher !== '');
  const short = whole.filter(({ title, publisher }) => (title ?? '').length < publisher.length);
  if (whole.length >= FEWEST && short.length >= whole.length * NEARLY_ALL)
    return [warn('sources', [], { code: 'titles-short' })];
  const publishers = new Set(sources.map(({ publisher }) => publisher));
  return sources.flatMap(({ title }, index) =>
    title !== null && publishers.has(title)
      ? [
          warn('sources', [index, 'title'], {
            code: 'title-is-publisher',
            values: { value: shown(title) },
          }),
        ]
      : [],
  );
}

/** What may be meant, but is more often a slip: nothing of it keeps a record from being shown. */
export function findWarnings(record: Checked): RecordFault[] {
  const parts = Object.keys(EDITION_FILES) as Part[];
  const contents = record as Partial<Record<Part, unknown>>;
  return [
    ...checkFields(record),
    ...checkMeetings(record),
    ...checkLocators(record),
    ...checkTitles(record),
    ...findRepeated(contents),
    ...parts.flatMap((part) => findGarbled(part, contents[part], [])),
    ...parts.flatMap((part) => findOtherScripts(part, contents[part])),
  ];
}
