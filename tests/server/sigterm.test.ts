import { Agent, get } from 'node:http';

import { expect, it } from 'vitest';

import { startServerProcess } from './server-process.ts';

const CLIENTS = 16;

type Outcome = { status: number | string; isLast: boolean };

/** One request over a kept connection: its status once the whole answer is there, or what went wrong. */
function ask(address: string, agent: Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const fail = ({ code }: NodeJS.ErrnoException) =>
      resolve({ status: code ?? 'cut', isLast: true });
    const request = get(address, { agent }, (response) => {
      response.on('error', fail);
      response.resume().on('end', () => {
        const status = response.complete ? (response.statusCode ?? 0) : 'cut';
        resolve({ status, isLast: response.headers.connection === 'close' });
      });
    });
    request.on('error', fail);
  });
}

it('loses no request to SIGTERM: each client is told in its last answer to go elsewhere', async () => {
  const server = await startServerProcess();
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const outcomes: (number | string)[] = [];
  const client = async (number: number) => {
    for (let asked = number; ; asked += 1) {
      const outcome = await ask(`${server.baseUrl}/entries?limit=${1 + (asked % 9)}`, agent);
      outcomes.push(outcome.status);
      if (outcome.isLast) return;
    }
  };
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
  await expect.poll(() => outcomes.length).toBeGreaterThan(2 * CLIENTS);
  const ended = server.end('SIGTERM');
  await Promise.all(clients);
  expect(await ended).toBe(0);
  agent.destroy();
  expect(new Set(outcomes)).toEqual(new Set([200]));
  expect(server.lines().filter((line) => line.includes('"status":200'))).toHaveLength(
    outcomes.length,
  );
});
