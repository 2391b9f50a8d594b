import type { RecordFault } from '#src/api/record-fault.ts';
import { RecordError } from '#src/api/record-error.ts';
import type { RecordWork } from './record-work.ts';

/** A piece of work; `id` is the page's, and comes back with the answer. */
export type Asked = { id: number; work: keyof RecordWork; asked: unknown };

/** What the page says to the worker. */
export type ToRecordWorker =
  | Asked
  /** Nobody waits for this answer any more. */
  | { id: number; left: true };

/** An error as what can be handed from one thread to another; what is wrong with a record stays whole. */
type ToldError = { address: string; faults: readonly RecordFault[] } | { message: string };

/** What the worker says to the page: first of all that it is there. */
export type FromRecordWorker =
  | 'ready'
  | { id: number; answer: unknown }
  | { id: number; error: ToldError };

export const toTold = (error: unknown): ToldError =>
  error instanceof RecordError
    ? { address: error.address, faults: error.faults }
    : { message: error instanceof Error ? error.message : String(error) };

export const fromTold = (told: ToldError): Error =>
  'faults' in told ? new RecordError(told.address, told.faults) : new Error(told.message);
