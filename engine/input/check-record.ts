import type { RecordFault } from '#src/api/record-fault.ts';
import { checkContents, type Contents } from '../edition/check-contents.ts';
import type { Part } from '../edition/edition.ts';
import { findWarnings } from '../edition/check-warnings.ts';
import { fileFault, oncePerPlace, sortFaults } from '../reading/faults.ts';
import { pairFiles } from '../reading/meant-names.ts';
import { withOwnVersion } from '../record/data-version.ts';
import { INPUT_LIMITS } from '../record/input-limits.ts';
import { RECORD_FILES, RecordData } from '../record/record.ts';

/** A record that may be shown and what looks odd in it, or everything that is wrong with it. */
export type Input =
  | { record: RecordData; errors: []; warnings: RecordFault[] }
  | { record: null; errors: RecordFault[]; warnings: [] };

export const refused = (errors: readonly RecordFault[]): Input => ({
  record: null,
  errors: sortFaults(errors),
  warnings: [],
});

/** What the parts of a record are as the app holds it, where nothing is wrong with them; `unread` could not be had. */
export function checkParts(
  parts: Contents,
  unread: ReadonlySet<Part>,
): { record: RecordData | null; faults: RecordFault[] } {
  const { parts: checked, faults } = checkContents(RecordData.entries, parts, unread);
  const isWhole = faults.length === 0 && unread.size === 0;
  return { record: isWhole ? (checked as RecordData) : null, faults };
}

/** Checks the parts of a record as the app holds it; `unread` are those that could not be had. */
export function checkRecord(parts: Contents, unread: ReadonlySet<Part> = new Set()): Input {
  const { record, faults } = checkParts(parts, unread);
  return record === null
    ? refused(faults)
    : { record, errors: [], warnings: sortFaults(findWarnings(record)) };
}

/** The same with a version that is of the content; see {@link withOwnVersion}. */
export async function underOwnVersion(input: Input, today: string): Promise<Input> {
  return input.record === null
    ? input
    : { ...input, record: await withOwnVersion(input.record, today) };
}

/** What a page can answer from by itself: a record of more entries is refused, for a backend to have. */
export function forPage(input: Input): Input {
  const count = input.record?.entries.length ?? 0;
  const most = INPUT_LIMITS.pageEntries;
  return count > most
    ? refused([fileFault(RECORD_FILES.entries, { code: 'page-entries', values: { count, most } })])
    : input;
}

const PARTS = Object.keys(RECORD_FILES) as (keyof RecordData)[];

/** The same for parts that were read from files; of a part whose file is named in `faults`, nothing is missed. */
export function checkReadParts(parts: Contents, faults: readonly RecordFault[]): Input {
  const named = new Set(faults.map(({ file }) => file));
  const unread = new Set(PARTS.filter((part) => named.has(RECORD_FILES[part])));
  if (faults.length === 0) return checkRecord(parts, unread);
  const checked = checkParts(parts, unread);
  return refused(pairFiles(oncePerPlace([...faults, ...checked.faults])));
}
