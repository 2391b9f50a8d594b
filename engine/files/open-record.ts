import { type ChosenFile, chosenName, type Opening } from '#src/api/opened-record.ts';
import { RecordError } from '#src/api/record-error.ts';
import { today } from '#src/lib/dates/clock.ts';
import { keepRecord, keptRecord } from '#src/lib/opened-records.ts';
import { checkRecord } from '../input/check-record.ts';
import { readFiles } from '../input/read-files.ts';
import { toDataVersion } from '../record/data-version.ts';
import { createHandler, type Handler } from '../requests/answer-requests.ts';

/** By as many it is known what a file may be. */
const START_BYTES = 8;

/** Reads and checks the chosen files, and keeps the record that they hold in this browser. Nothing leaves the page. */
export async function openRecord(files: readonly ChosenFile[]): Promise<Opening> {
  const readable = files.map(({ path, file }) => ({
    path,
    read: async () => new Uint8Array(await file.arrayBuffer()),
    start: async () => new Uint8Array(await file.slice(0, START_BYTES).arrayBuffer()),
  }));
  const { input, bytes } = await readFiles(readable, today());
  if (input.record === null) return { version: null, faults: input.errors };
  const { record, warnings } = input;
  const { mechanism, ...rest } = record;
  // Of the content alone: what the files call their version may be anything, and one that states no day has today's.
  const { dataVersion: _named, dataDate: _day, ...named } = mechanism;
  const version = await toDataVersion({ mechanism: named, ...rest });
  await keepRecord({ version, name: chosenName(files), bytes, parts: record });
  return { version, warnings };
}

/**
 * A backend in the page on a record that was opened from a file; null where this browser does not keep it. Throws
 * {@link RecordError} where a newer app does not take what an older one has kept.
 * @param baseUrl where the contract's paths begin; absolute, without a trailing slash
 */
export async function openKept(
  version: string,
  baseUrl: string,
): Promise<{ name: string; answer: Handler } | null> {
  const kept = await keptRecord(version).catch(() => undefined);
  if (kept === undefined) return null;
  const { record, errors } = checkRecord(kept.parts as Record<string, unknown>);
  if (record === null) throw new RecordError(kept.name, errors);
  return { name: kept.name, answer: createHandler(record, { baseUrl }) };
}
