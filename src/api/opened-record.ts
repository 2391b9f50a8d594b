import type { RecordFault } from './record-fault.ts';

/** A file that a reader has chosen or dropped, under its path as it was chosen, with slashes. */
export type ChosenFile = { path: string; file: Blob };

/** What the reader calls what was chosen: the only file, or the folder that all lie in. */
export const chosenName = ([first]: readonly ChosenFile[]): string =>
  first?.path.split('/')[0] ?? '';

/** What came of opening a record: where it is kept and what looks odd in it, or everything that is wrong with it. */
export type Opening =
  | { version: string; warnings: readonly RecordFault[] }
  | { version: null; faults: readonly RecordFault[] };

/** Reads, checks and keeps a record in this browser; never sends anything. Rejects where the browser keeps nothing. */
export type OpenRecord = (files: readonly ChosenFile[]) => Promise<Opening>;
