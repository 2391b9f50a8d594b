import type { RecordFault } from '#src/api/record-fault.ts';
import { EDITION_FILES, type Edition, type Part, translationsFile } from './edition.ts';
import { findOddDates } from './check-dates.ts';
import { findExchanged } from './check-exchanged.ts';
import { findExchangedParties } from './check-parties.ts';
import { findRepeated } from './check-repeated.ts';
import { findOtherScripts, findOtherTranslations } from './check-scripts.ts';
import type { Steps } from './check-shape.ts';
import { findOddTexts } from './check-texts.ts';
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
  return [
    ...checkFields(record),
    ...checkMeetings(record),
    ...checkLocators(record),
    ...findOddDates(record),
    ...findExchanged(record),
    ...findExchangedParties(record),
    ...findRepeated(contents),
    ...parts.flatMap((part) => findOddTexts(EDITION_FILES[part], contents[part], codes)),
    ...parts.flatMap((part) => findOtherScripts(part, contents[part])),
    ...Object.entries(translations).flatMap(([tag, texts]) => [
      ...findOddTexts(translationsFile(tag), texts, codes),
      ...findOtherTranslations(translationsFile(tag), tag, texts),
    ]),
  ];
}
