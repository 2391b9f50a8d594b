import { afterEach, describe, expect, it } from 'vitest';

import { RecordError } from '#src/api/record-error.ts';
import type { RecordWork, Written } from './record-work.ts';
import { askForWork, doWork } from './work-by-messages.ts';

const NOTHING: Written = { status: 200, headers: [], text: '' };
const question = (address: string) => ({ address, method: 'GET', headers: [] });
/** A worker that never breaks. */
const whole = new Promise<never>(() => undefined);

const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

/** The work as a page has it done by a worker, which does it as told here. */
function workAtTheOtherEnd(work: Partial<RecordWork>, broken = whole): RecordWork {
  const { port1, port2 } = new MessageChannel();
  for (const port of [port1, port2]) {
    ports.push(port);
    port.start();
  }
  doWork(port2, work as RecordWork);
  return askForWork(port1, broken);
}

describe('work on a record by messages', () => {
  it('brings back what is wrong with the record whole', async () => {
    const fault = { file: 'entries.json', path: '$[1].kind', code: 'not-listed' as const };
    const { openFiles } = workAtTheOtherEnd({
      openFiles: () => Promise.reject(new RecordError('https://host.test/record/', [fault])),
    });
    const asked = openFiles({ url: 'https://host.test/record/', baseUrl: 'https://host.test/api' });
    await expect(asked).rejects.toBeInstanceOf(RecordError);
    await expect(asked).rejects.toMatchObject({
      address: 'https://host.test/record/',
      faults: [fault],
    });
  });

  it('answers each question with its own answer, and leaves out the one that nobody waits for any more', async () => {
    const answered: string[] = [];
    const { answer } = workAtTheOtherEnd({
      answer: ({ address }) => {
        answered.push(address);
        return Promise.resolve({ ...NOTHING, text: address });
      },
    });
    const patient = new AbortController();
    const leaving = new AbortController();
    const first = answer(question('first'), patient.signal);
    const left = answer(question('left'), leaving.signal);
    const last = answer(question('last'), patient.signal);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect([(await first).text, (await last).text]).toEqual(['first', 'last']);
    expect(answered).toEqual(['first', 'last']);
  });

  it('tells whoever is at an answer that nobody waits any more', async () => {
    const leaving = new AbortController();
    const { promise: stopped, resolve } = Promise.withResolvers<string>();
    const { answer } = workAtTheOtherEnd({
      answer: (_question, signal) => {
        signal.addEventListener('abort', () => resolve('stopped'));
        leaving.abort();
        return new Promise(() => undefined);
      },
    });
    await expect(answer(question('first'), leaving.signal)).rejects.toThrow('aborted');
    expect(await stopped).toBe('stopped');
  });

  it('fails what is asked of a worker that has broken', async () => {
    const { answer } = workAtTheOtherEnd(
      { answer: () => new Promise(() => undefined) },
      Promise.reject(new Error('out of memory')),
    );
    await expect(answer(question('any'), new AbortController().signal)).rejects.toThrow(
      'out of memory',
    );
  });
});
