/** The two ends of the line between a page and the worker that works on a record for it. */
import type { RecordFault } from '#src/api/record-fault.ts';
import { RecordError } from '#src/api/record-error.ts';
import { wait } from '#src/lib/wait.ts';
import type { RecordWork } from './record-work.ts';

/** One end: a worker, a worker's own scope, or a port. */
export type Line = Pick<MessagePort, 'postMessage' | 'addEventListener'>;

/** A piece of work; the number comes back with what came of it. */
type Asked = { id: number; work: keyof RecordWork; asked: unknown };
/** Nobody waits for it any more. */
type Left = { id: number; left: true };
type Done = { id: number; answer: unknown } | { id: number; error: ToldError };

/** An error in a form that threads can hand to each other; what is wrong with a record stays whole. */
type ToldError = { address: string; faults: readonly RecordFault[] } | { message: string };

const toTold = (error: unknown): ToldError =>
  error instanceof RecordError
    ? { address: error.address, faults: error.faults }
    : { message: error instanceof Error ? error.message : String(error) };

const fromTold = (told: ToldError): Error =>
  'faults' in told ? new RecordError(told.address, told.faults) : new Error(told.message);

/**
 * The worker's end: does what is asked, one piece after the other. Before each it hears what has been said meanwhile, so
 * that of ten searches typed in a row the last one is made.
 */
export function doWork(line: Line, work: RecordWork): void {
  const waiting = new Map<number, AbortController>();
  let last = Promise.resolve();
  const say = (done: Done) => line.postMessage(done, []);
  const perform = async ({ id, work: name, asked }: Asked) => {
    await wait(0);
    const signal = waiting.get(id)?.signal;
    if (signal === undefined || signal.aborted) return;
    try {
      const act = work[name] as (asked: unknown, signal: AbortSignal) => Promise<unknown>;
      say({ id, answer: await act(asked, signal) });
    } catch (error) {
      say({ id, error: toTold(error) });
    }
  };
  line.addEventListener('message', ({ data }: MessageEvent<Asked | Left>) => {
    if ('left' in data) {
      waiting.get(data.id)?.abort();
      return;
    }
    waiting.set(data.id, new AbortController());
    last = last.then(() => perform(data)).finally(() => waiting.delete(data.id));
  });
}

/** The page's end: the work as if it were done here. What breaks the worker itself is for `broken` to reject with. */
export function askForWork(line: Line, broken: Promise<never>): RecordWork {
  const waiting = new Map<number, (done: Done) => void>();
  let asked = 0;
  let lost: ToldError | null = null;
  broken.catch((error: unknown) => {
    lost = toTold(error);
    for (const [id, tell] of waiting) tell({ id, error: lost });
    waiting.clear();
  });
  line.addEventListener('message', ({ data }: MessageEvent<Done>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  // What comes back was made by the same build as what asks: it is what the name promises.
  const ask =
    <Answer>(work: keyof RecordWork) =>
    (what: unknown, signal?: AbortSignal): Promise<Answer> =>
      new Promise((resolve, reject) => {
        if (lost !== null) {
          reject(fromTold(lost));
          return;
        }
        const id = (asked += 1);
        waiting.set(id, (done) => {
          if ('error' in done) reject(fromTold(done.error));
          else resolve(done.answer as Answer);
        });
        signal?.addEventListener('abort', () => {
          if (waiting.delete(id)) line.postMessage({ id, left: true } satisfies Left, []);
          reject(signal.reason as Error);
        });
        line.postMessage({ id, work, asked: what } satisfies Asked, []);
      });
  return {
    openFiles: ask('openFiles'),
    openKept: ask('openKept'),
    openRecord: ask('openRecord'),
    answer: ask('answer'),
  };
}
