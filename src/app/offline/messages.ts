/** The script of the worker, beside the page. */
export const WORKER_FILE = 'offline-worker.js';

/** What a page says to a worker. */
export type ToWorker =
  /** Asks a worker for the build that it has kept; it answers through the port that comes along. */
  | { ask: 'build' }
  /** These files were fetched before there was a worker. */
  | { keep: readonly string[] }
  /** The reader wants this worker's build now. */
  | { takeOver: 'asked' }
  /** The page has this worker's build already: it may take over if no other page is open. */
  | { takeOver: 'if-alone' };
