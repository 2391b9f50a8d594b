/** The worker in which a record in files is read, checked and answered from, so that the page is free for its reader. */
import { wait } from '#src/lib/wait.ts';
import { createRecordWork } from './record-work.ts';
import {
  toTold,
  type Asked,
  type FromRecordWorker,
  type ToRecordWorker,
} from './worker-messages.ts';

/** The worker's own scope is to the page what a worker is to a page; the types of the DOM do not have it. */
const page = globalThis as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;
const say = (message: FromRecordWorker) => page.postMessage(message, []);

const work = createRecordWork();
type Work = (asked: unknown, signal: AbortSignal) => Promise<unknown>;

/** By the number of what was asked, as long as it is waited for. */
const waiting = new Map<number, AbortController>();

async function perform({ id, work: name, asked }: Asked) {
  // What has been said meanwhile is heard first: of ten searches that were typed in a row, the last one is made.
  await wait(0);
  const signal = waiting.get(id)?.signal;
  if (signal === undefined || signal.aborted) return;
  try {
    say({ id, answer: await (work[name] as Work)(asked, signal) });
  } catch (error) {
    say({ id, error: toTold(error) });
  }
}

let last: Promise<void> = Promise.resolve();

page.addEventListener('message', ({ data }: MessageEvent<ToRecordWorker>) => {
  if ('left' in data) {
    waiting.get(data.id)?.abort();
    return;
  }
  waiting.set(data.id, new AbortController());
  last = last.then(() => perform(data)).finally(() => waiting.delete(data.id));
});
say('ready');
