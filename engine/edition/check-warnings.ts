import type { RecordFault } from '#src/api/record-fault.ts';
import { EDITION_FILES, type Edition, type Part, translationsFile } from './edition.ts';
import { findOddDates } from './check-dates.ts';
import { findExchanged } from './check-exchanged.ts';
import { findExchangedParties } from './check-parties.ts';
import { findRepeated } from './check-repeated.ts';
import { findOtherScripts, findOtherTitles, findOtherTranslations } from './check-scripts.ts';
import type { Steps } from './check-shape.ts';
import { fileFault } from '../reading/faults.ts';
import { findOtherTags, tagFaults } from './check-tags.ts';
import { findOddTexts } from './check-texts.ts';
import { findLost, findOutOfTime, findUnused } from './rows/left-over.ts';
import { findOtherRows } from './rows/other-rows.ts';
import { findSortedAlone } from './rows/sorted-alone.ts';
import { type Checked, warn } from './warn.ts';

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

/** A fraction of three places, which may as well be a number in thousands. */
const THOUSANDS = /^-?[1-9]\d{0,2}\.\d{3}$/;

function checkFigures({ exchangeYears }: Checked): RecordFault[] {
  return exchangeYears.flatMap(({ figures }, at) =>
    figures.flatMap(({ value }, nth) =>
      THOUSANDS.test(String(value))
        ? [
            warn('exchangeYears', [at, 'figures', nth, 'value'], {
              code: 'number-fraction',
              values: { value: String(value), meant: String(value).replace('.', '') },
            }),
          ]
        : [],
    ),
  );
}

type Sourced = { source?: unknown; locator?: unknown; quote?: unknown };

/** Places in a source, or its words, of which nobody knows whose they are. */
function checkLocators({ meetings, entries, exchangeYears, commissions }: Checked): RecordFault[] {
  const isAlone = ({ source, locator, quote }: Sourced) =>
    source === null && (locator != null || quote != null);
  const alone = (part: Part, facts: readonly Sourced[], steps: Steps = []) =>
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
  const { translations = {} } = record as Pick<Edition, 'translations'>;
  const codes = new Set([...record.mechanism.parties.map(({ id }) => id), 'joint', 'third']);
  const sorted = findSortedAlone(record);
  const isOfSorted = ({ code, file }: RecordFault) =>
    code === 'parties-exchanged' && sorted.some((one) => one.file === file);
  const alone = [
    ...checkFigures(record),
    ...checkMeetings(record),
    ...checkLocators(record),
    ...findOddDates(record),
    ...findExchanged(record),
    ...findExchangedParties(record).filter((fault) => !isOfSorted(fault)),
    ...findRepeated(contents),
    ...parts.flatMap((part) => findOddTexts(EDITION_FILES[part], contents[part], codes)),
    ...parts.flatMap((part) => findOtherScripts(part, contents[part])),
    ...parts.flatMap((part) => findOtherTags(EDITION_FILES[part], contents[part])),
    ...Object.entries(translations).flatMap(([tag, texts]) => [
      ...tagFaults(tag).map((found) => fileFault(translationsFile(tag), found)),
      ...findOddTexts(translationsFile(tag), texts, codes),
      ...findOtherTranslations(translationsFile(tag), tag, texts),
    ]),
  ];
  const besides = [
    ...findOtherRows(record),
    ...sorted,
    ...findOtherTitles(record),
    ...findOutOfTime(record),
    ...findLost(record),
  ];
  const places = new Set(alone.map(placeOf));
  const told = [...alone, ...besides.filter((fault) => !places.has(placeOf(fault)))];
  // Of a row that is odd by itself it only follows that nothing names it.
  const rows = new Set(told.map(rowOf));
  return [...told, ...findUnused(record).filter((fault) => !rows.has(rowOf(fault)))];
}

const placeOf = ({ file, path }: RecordFault) => `${file} ${path}`;
const rowOf = ({ file, path }: RecordFault) => `${file} ${/^.*?\[\d+\]/.exec(path)?.[0]}`;
