import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';

import type { EntryFilters } from '#src/api/params.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { matchEntries, type Ruled } from '#conformance/oracle.ts';
import { toRuled } from '#tests/contract/ruled-record.ts';
import { startServerProcess } from '#tests/server/server-process.ts';
import { browsingSession, type Question } from './browsing-session.ts';
import type { Databases } from './synthetic-databases.ts';

const ENTRIES = 1_000_000;
const CLIENTS = 200;
const SECONDS = 30;
/** How many of the answers are counted by hand afterwards. */
const SAMPLE = 40;
const ONE_IN = 10;

type Reply = { status: number | string; text: string };
type Sampled = { question: Question; text: string };

function ask(address: string, agent: Agent): Promise<Reply> {
  return new Promise((resolve) => {
    const fail = ({ code }: NodeJS.ErrnoException) => resolve({ status: code ?? 'cut', text: '' });
    const request = get(address, { agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk)).on('error', fail);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on('error', fail);
  });
}

const residentMegabytes = (pid: number | undefined) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Clients that read on until the time is over: how often each status came, how long it took, and a sample. */
async function runClients(baseUrl: string, record: RecordData) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const end = performance.now() + SECONDS * 1000;
  const statuses = new Map<number | string, number>();
  const times: number[] = [];
  const sampled: Sampled[] = [];
  const client = async (seed: number) => {
    for (const question of browsingSession(seed, record)) {
      const started = performance.now();
      if (started > end) return;
      const { status, text } = await ask(`${baseUrl}${question.path}`, agent);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      times.push(performance.now() - started);
      const isSampled =
        status === 200 && question.filters !== undefined && times.length % ONE_IN === 0;
      if (isSampled && sampled.length < SAMPLE) sampled.push({ question, text });
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, seed) => client(seed + 1)));
  agent.destroy();
  return { statuses, times: times.toSorted((a, b) => a - b), sampled };
}

/** The number of entries in an answer, against one count of all entries by hand. */
function isWrong({ question, text }: Sampled, entries: readonly Ruled[]): boolean {
  const { total } = JSON.parse(text) as { total: number | { entries: number } };
  const filters = question.filters as EntryFilters;
  const due = matchEntries(entries, filters).length;
  return (typeof total === 'number' ? total : total.entries) !== due;
}

/** Two hundred readers for half a minute on a million entries: no error, no wrong answer, no growing memory. */
export async function benchLoad(databases: Databases): Promise<void> {
  const url = await databases.withEntries(ENTRIES);
  const server = await startServerProcess({ DATABASE_URL: url });
  const sourced = await readRecord();
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(residentMegabytes(server.process.pid)), 500);
  const { statuses, times, sampled } = await runClients(server.baseUrl, sourced);
  clearInterval(watch);
  await server.end('SIGTERM');
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
  console.log(`${CLIENTS} clients, ${SECONDS} s, ${ENTRIES} entries: ${times.length} requests`);
  console.log(`statuses: ${[...statuses].map(([status, n]) => `${status}: ${n}`).join(', ')}`);
  console.log(`answered in: half ${at(0.5)} ms, 95 % ${at(0.95)} ms, the last ${at(0.9999)} ms`);
  const half = memory.slice(memory.length / 2);
  console.log(
    `memory of the server: at most ${Math.max(...memory).toFixed(0)} MB, in the second half ${Math.min(...half).toFixed(0)} to ${Math.max(...half).toFixed(0)} MB`,
  );
  const { entries } = toRuled(toSyntheticRecord(sourced, ENTRIES));
  const wrong = sampled.filter((one) => isWrong(one, entries));
  console.log(`counted by hand: ${sampled.length} answers, ${wrong.length} wrong`);
  for (const { question } of wrong) console.log(`wrong: ${question.path}`);
  const isClean = [...statuses.keys()].every((status) => status === 200);
  if (!isClean || wrong.length > 0 || sampled.length < SAMPLE) process.exitCode = 1;
}
