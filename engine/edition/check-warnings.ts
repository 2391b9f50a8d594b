import type { FaultCode, RecordFault } from '#src/api/record-fault.ts';
import type { RecordData } from '../record/record.ts';
import { EDITION_FILES, type Edition } from './edition.ts';
import { faultAt, type Found, shown } from '../reading/faults.ts';
import { findExchanged } from './check-exchanged.ts';
import { findExchangedParties } from './check-parties.ts';
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

/** The properties that hold words, and what is none: a date, a number, an address, an answer. */
const WORDS: ReadonlySet<unknown> = new Set([
  'text',
  'title',
  'publisher',
  'venue',
  'label',
  'notes',
]);
const NO_WORDS = /^(?:[\d\s.,/-]+|https?:\/\/\S+|yes|no)$/;

/** Texts within a part that look as if another encoding had been taken for theirs, or another column. */
function findOddTexts(
  part: Part,
  value: unknown,
  codes: ReadonlySet<string>,
  steps: readonly (string | number)[] = [],
): RecordFault[] {
  if (typeof value === 'string') {
    const told = (code: FaultCode) => [
      warn(part, steps, { code, values: { sample: shown(value) } }),
    ];
    if (GARBLED.test(value)) return told('garbled');
    const isOfWords = WORDS.has(steps.at(-1)) && steps.at(-2) !== 'quote';
    return isOfWords && (NO_WORDS.test(value) || codes.has(value)) ? told('no-words') : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const pairs = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return pairs.flatMap(([key, one]) => findOddTexts(part, one, codes, [...steps, key]));
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

/** What may be meant, but is more often a slip: nothing of it keeps a record from being shown. */
export function findWarnings(record: Checked): RecordFault[] {
  const parts = Object.keys(EDITION_FILES) as Part[];
  const contents = record as Partial<Record<Part, unknown>>;
  const codes = new Set([...record.mechanism.parties.map(({ id }) => id), 'joint', 'third']);
  return [
    ...checkFields(record),
    ...checkMeetings(record),
    ...checkLocators(record),
    ...findExchanged(record),
    ...findExchangedParties(record),
    ...findRepeated(contents),
    ...parts.flatMap((part) => findOddTexts(part, contents[part], codes)),
    ...parts.flatMap((part) => findOtherScripts(part, contents[part])),
  ];
}
