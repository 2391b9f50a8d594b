/** Has a record in files worked on beside the page, in a worker; in the page's own thread where none can start. */
import type { OpenRecord } from '#src/api/opened-record.ts';
import { workerScript } from '#src/lib/trusted.ts';
import type { Handler } from '../requests/answer-requests.ts';
import { WrittenAnswer } from '../requests/http-answers.ts';
import type { RecordWork } from './record-work.ts';
import script from './record-worker.ts?worker&url';
import { fromTold, type FromRecordWorker, type ToRecordWorker } from './worker-messages.ts';

const FOLDER = import.meta.env.BASE_URL;

/** Resolves when the worker has answered for the first time: only then is it known that browser and host allow it. */
function startWorker(): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerScript(script.slice(FOLDER.length)), { type: 'module' });
    worker.addEventListener('message', () => resolve(worker), { once: true });
    worker.addEventListener(
      'error',
      ({ message }) => reject(new Error(message || 'The worker did not start')),
      { once: true },
    );
  });
}

type Answered = { resolve: (answer: unknown) => void; reject: (error: Error) => void };

/** The worker's work, as if it were done here. */
function workOf(worker: Worker): RecordWork {
  const waiting = new Map<number, Answered>();
  let asked = 0;
  const say = (message: ToRecordWorker) => worker.postMessage(message, []);
  worker.addEventListener('message', ({ data }: MessageEvent<FromRecordWorker>) => {
    if (data === 'ready') return;
    const answered = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) answered?.reject(fromTold(data.error));
    else answered?.resolve(data.answer);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  // What comes back was made by the same build as what asks: it is what the name promises.
  const ask =
    <Answer>(work: keyof RecordWork) =>
    (what: unknown, signal?: AbortSignal): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const id = (asked += 1);
        waiting.set(id, { resolve: (answer) => resolve(answer as Answer), reject });
        signal?.addEventListener('abort', () => {
          if (!waiting.delete(id)) return;
          say({ id, left: true });
          reject(signal.reason as Error);
        });
        say({ id, work, asked: what });
      });
  return {
    openFiles: ask('openFiles'),
    openKept: ask('openKept'),
    openRecord: ask('openRecord'),
    answer: ask('answer'),
  };
}

async function startWork(): Promise<{ work: RecordWork; end: () => void }> {
  try {
    const worker = await startWorker();
    return { work: workOf(worker), end: () => worker.terminate() };
  } catch (error) {
    console.info('The record is read in the page, since no worker can:', error);
    const { createRecordWork } = await import('./record-work.ts');
    return { work: createRecordWork(), end: () => undefined };
  }
}

const toHandler =
  ({ answer }: RecordWork): Handler =>
  async ({ url, method, headers, signal }) => {
    signal.throwIfAborted();
    const question = { address: url, method, headers: [...headers] };
    const { text, ...init } = await answer(question, signal);
    return text === null ? new Response(null, init) : new WrittenAnswer(text, init);
  };

/**
 * A backend beside the page on a record that lies in files; throws `RecordError` with everything that is wrong with them.
 * @param url what the configuration names, absolute and with a slash at its end: a folder, or a zip or a workbook
 * @param baseUrl where the contract's paths begin; absolute, without a trailing slash
 * @returns also the addresses that were read, which no list of the page's has
 */
export async function openFiles(
  url: string,
  baseUrl: string,
): Promise<{ answer: Handler; fetched: readonly string[] }> {
  const { work } = await startWork();
  const fetched = await work.openFiles({ url, baseUrl });
  return { answer: toHandler(work), fetched };
}

/**
 * The same on a record that was opened from a file; null where this browser does not keep it. Throws `RecordError` where a
 * newer app does not take what an older one has kept.
 */
export async function openKept(
  version: string,
  baseUrl: string,
): Promise<{ name: string; answer: Handler } | null> {
  const { work, end } = await startWork();
  const name = await work.openKept({ version, baseUrl });
  if (name !== null) return { name, answer: toHandler(work) };
  end();
  return null;
}

/** Reads and checks the chosen files, and keeps the record that they hold in this browser. Nothing leaves the page. */
export const openRecord: OpenRecord = async (files) => {
  const { work, end } = await startWork();
  try {
    return await work.openRecord(files);
  } finally {
    end();
  }
};
