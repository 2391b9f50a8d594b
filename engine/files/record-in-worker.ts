/** Has a record in files worked on beside the page, in a worker; in the page's own thread where none can start. */
import type { FirstAnswers } from '#src/api/first-answers.ts';
import type { OpenRecord } from '#src/api/opened-record.ts';
import { askedOnce } from '#src/lib/asked-once.ts';
import { workerScript } from '#src/lib/trusted.ts';
import type { Handler } from '../requests/answer-requests.ts';
import { WrittenAnswer } from '../requests/http-answers.ts';
import { createReadyAnswers } from '../requests/ready-answers.ts';
import type { RecordWork } from './record-work.ts';
import script from './record-worker.ts?worker&url';
import { askForWork } from './work-by-messages.ts';

const FOLDER = import.meta.env.BASE_URL;

/** Resolves when the worker has said its first word: only then is it known that browser and host allow it. */
function startWorker(): Promise<{ work: RecordWork; end: () => void }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerScript(script.slice(FOLDER.length)), { type: 'module' });
    const broken = new Promise<never>((_resolve, breakOff) => {
      worker.addEventListener('error', ({ message }) =>
        breakOff(new Error(message || 'The worker did not start')),
      );
    });
    broken.catch(reject);
    const start = () =>
      resolve({ work: askForWork(worker, broken), end: () => worker.terminate() });
    worker.addEventListener('message', start, { once: true });
  });
}

async function startWork(): Promise<{ work: RecordWork; end: () => void }> {
  try {
    return await startWorker();
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
): Promise<{ answer: Handler; fetched: () => Promise<readonly string[]> }> {
  const { work } = await startWork();
  const fetched = await work.openFiles({ url, baseUrl });
  return { answer: toHandler(work), fetched: () => Promise.resolve(fetched) };
}

/**
 * The same where the first questions have been answered ahead: the record is read for the first other question, or when
 * it is told to prepare. What goes wrong with it then is told by whoever asked.
 * @returns `fetched` also has it read, since nobody could say otherwise which addresses that takes
 */
export function openFilesBehind(
  first: FirstAnswers,
  url: string,
  baseUrl: string,
): { answer: Handler; prepare: () => Promise<unknown>; fetched: () => Promise<readonly string[]> } {
  const ready = createReadyAnswers(baseUrl, first);
  const whole = askedOnce(() => openFiles(url, baseUrl));
  return {
    answer: async (request) => (await ready(request)) ?? (await whole()).answer(request),
    prepare: whole,
    fetched: async () => (await whole()).fetched(),
  };
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
