import type { FaultCode, RecordFault } from '#src/api/record-fault.ts';
import { checkContents } from './check-contents.ts';
import { checkShape } from './check-shape.ts';
import { findWarnings } from './check-warnings.ts';
import {
  EDITION_FILES,
  EDITION_SCHEMAS,
  type Edition,
  isEditionFile,
  type Part,
  translatedInto,
  translationsFile,
  TranslationsFile,
} from './edition.ts';
import { faultAt, fileFault, oncePerPlace, sortFaults } from '../reading/faults.ts';
import { pairFiles } from '../reading/meant-names.ts';

export type ReadEdition =
  | { edition: Edition; errors: []; warnings: RecordFault[] }
  | { edition: null; errors: RecordFault[]; warnings: [] };
type Contents = Partial<Record<Part, unknown>> & {
  translations?: Record<string, unknown> | undefined;
};

/** What is wrong with the shape of translations; of which texts they are, can be told once all else holds. */
const translationFaults = ({ translations = {} }: Contents): RecordFault[] =>
  Object.entries(translations).flatMap(([tag, content]) =>
    checkShape(TranslationsFile, content).faults.map(({ steps, found }) =>
      faultAt(translationsFile(tag), steps, found),
    ),
  );

const present = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.filter((text): text is string => typeof text === 'string');

/** Every text of an edition that can be translated: sentences, remarks, venues, names of hosting years, figures. */
function textsOf(edition: Edition): string[] {
  return present([
    ...(edition.mechanism.notes ?? []),
    ...edition.entries.map(({ text }) => text),
    ...edition.meetings.flatMap(({ venue, attendance, notes }) => [venue, attendance?.text, notes]),
    ...edition.exchangeYears.flatMap(({ hosting, events, figures, notes }) => [
      ...hosting.map(({ name }) => name),
      ...events.map(({ text }) => text),
      ...figures.flatMap(({ label, unit }) => [label, unit]),
      notes,
    ]),
    ...edition.commissions.map(({ notes }) => notes),
  ]);
}

function translationsOfNothing(edition: Edition): RecordFault[] {
  const texts = new Set(textsOf(edition));
  return Object.entries(edition.translations ?? {}).flatMap(([tag, translations]) =>
    Object.keys(translations)
      .filter((text) => !texts.has(text))
      .map((text) => faultAt(translationsFile(tag), [text], { code: 'translation-of-nothing' })),
  );
}

/** Faults with which all else is as it should be. */
const OF_IDS: ReadonlySet<FaultCode> = new Set(['no-such', 'no-such-but', 'used-twice']);

/**
 * Checks the files' parsed contents. Nothing stops at the first error, so that an editor can mend all of them at once.
 * @param unread what is wrong with the files as such: whatever else may be in them, nothing is missed
 */
export function parseEdition(contents: Contents, unread: readonly RecordFault[] = []): ReadEdition {
  const named = new Set(unread.map(({ file }) => file));
  const unreadParts = (Object.keys(EDITION_FILES) as Part[]).filter((part) =>
    named.has(EDITION_FILES[part]),
  );
  const { parts, faults } = checkContents(EDITION_SCHEMAS, contents, new Set(unreadParts));
  const { translations = {} } = contents;
  const edition = { ...parts, translations } as Edition;
  const told = [...unread, ...faults, ...translationFaults(contents)];
  const broken = pairFiles(oncePerPlace(told));
  const isWhole = faults.every(({ code }) => OF_IDS.has(code));
  const errors =
    isWhole && broken.length === faults.length
      ? [...broken, ...translationsOfNothing(edition)]
      : broken;
  return errors.length > 0
    ? { edition: null, errors: sortFaults(errors), warnings: [] }
    : { edition, errors: [], warnings: sortFaults(findWarnings(edition)) };
}

/** What is wrong with the names of files: what one of another name says would be lost without a word. */
export const nameFaults = (files: readonly string[]): RecordFault[] =>
  files
    .filter((file) => !isEditionFile(file))
    .map((file) => fileFault(file, { code: 'unknown-file' }));

/**
 * An edition from its files' parsed contents by their names, or every error: those of files that could not be read, and
 * what is wrong with the others.
 */
export function parseFiles(
  contents: Readonly<Record<string, unknown>>,
  unread: readonly RecordFault[],
): ReadEdition {
  const parts = Object.entries(EDITION_FILES).map(([part, file]) => [part, contents[file]]);
  const translations = Object.entries(contents).flatMap(([file, content]) => {
    const tag = translatedInto(file);
    return tag === null || content === undefined ? [] : [[tag, content]];
  });
  return parseEdition(
    { ...Object.fromEntries(parts), translations: Object.fromEntries(translations) },
    unread,
  );
}
