import type { ChosenFile, Opening } from '#src/api/opened-record.ts';
import { RecordError } from '#src/api/record-error.ts';
import { type Handler, createHandler } from '../requests/answer-requests.ts';
import { fetchRecord } from './fetch-record.ts';

/** A request in parts that can be handed from one thread to another. */
export type Question = { address: string; method: string; headers: [string, string][] };
/** A response likewise; no text where it has no body. */
export type Written = { status: number; headers: [string, string][]; text: string | null };

/**
 * A backend in the page on a record that lies in files: reads them, checks them whole, and answers from them.
 * Throws {@link RecordError} with everything that is wrong with them.
 * @param address what the configuration names, absolute: a folder, with a slash at its end, or one file
 * @param baseUrl where the contract's paths begin; absolute, without a trailing slash
 */
async function openFiles(address: string, baseUrl: string): Promise<Handler> {
  const { record, errors } = await fetchRecord(new URL(address));
  if (record === null) throw new RecordError(address, errors);
  return createHandler(record, { baseUrl });
}

/** All that a record in files costs work for. Where it is done is for `record-in-worker.ts`. */
export interface RecordWork {
  /** Reads and checks what the configuration names; says which addresses were read for it. */
  openFiles: (asked: { url: string; baseUrl: string }) => Promise<string[]>;
  /** The same of a record that this browser keeps; says its name, or null where it is not kept. */
  openKept: (asked: { version: string; baseUrl: string }) => Promise<string | null>;
  /** Reads, checks and keeps what a reader has chosen. */
  openRecord: (files: readonly ChosenFile[]) => Promise<Opening>;
  /** Answers from the record that was opened. */
  answer: (question: Question, signal: AbortSignal) => Promise<Written>;
}

/** Zips, workbooks and what is kept: a site's own record seldom needs them. */
const chosen = () => import('./open-record.ts');

/** Does the work in the thread that calls it. */
export function createRecordWork(): RecordWork {
  let handler: Handler | null = null;
  return {
    openFiles: async ({ url, baseUrl }) => {
      handler = await openFiles(url, baseUrl);
      return performance.getEntriesByType('resource').map(({ name }) => name);
    },
    openKept: async ({ version, baseUrl }) => {
      const kept = await (await chosen()).openKept(version, baseUrl);
      handler = kept?.answer ?? null;
      return kept?.name ?? null;
    },
    openRecord: async (files) => (await chosen()).openRecord(files),
    answer: async ({ address, method, headers }, signal) => {
      if (handler === null) throw new Error('No record is open');
      const response = await handler(new Request(address, { method, headers, signal }));
      return {
        status: response.status,
        headers: [...response.headers],
        text: response.body === null ? null : await response.text(),
      };
    },
  };
}
