import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { holdFolder } from '#server/database/open-folder.ts';
import { startLoader, startServerProcess } from './server-process.ts';

/** Each of the processes makes or opens a database, which takes a busy machine half a minute. */
const LONG_MS = 120_000;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'communique-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

const entriesOf = async (baseUrl: string) =>
  ((await (await fetch(`${baseUrl}/entries?limit=1`)).json()) as { total: number }).total;

it('a record is kept in a folder, by one process at a time, over loaders and servers that are killed', async () => {
  const file = path.join(folder, 'record.json');
  await writeFile(file, JSON.stringify(toSyntheticRecord(await readRecord(), 60)));
  const record = path.join(folder, 'kept');
  const DATABASE_URL = `pglite:${record}`;
  await expect(startServerProcess({ DATABASE_URL })).rejects.toThrow('holds no record yet');

  const killed = startLoader(DATABASE_URL, file);
  const isMade = () => existsSync(path.join(record, 'database'));
  await expect.poll(isMade, { timeout: LONG_MS }).toBe(true);
  killed.kill();
  await killed.ended;
  const loading = startLoader(DATABASE_URL, file);
  expect(await loading.ended, loading.said()).toBe(0);
  expect(loading.said()).toContain('ended without giving it back: taken over.');

  const first = await startServerProcess({ DATABASE_URL });
  expect(await entriesOf(first.baseUrl)).toBe(60);
  const refused = startLoader(DATABASE_URL, file);
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toContain(`is in use by process ${first.process.pid}.`);
  await first.end('SIGKILL');

  const second = await startServerProcess({ DATABASE_URL });
  expect(second.said()).toContain(`Process ${first.process.pid}, which had ${record}, ended`);
  expect(await entriesOf(second.baseUrl)).toBe(60);
  expect(await second.end('SIGTERM')).toBe(0);
  expect(await readdir(path.join(record, 'in-use'))).toEqual([]);
}, 480_000);

describe('a claim on a folder', () => {
  const claim = async (owner: object | string) => {
    const file = path.join(folder, 'in-use', 'other.json');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, typeof owner === 'string' ? owner : JSON.stringify(owner));
    return file;
  };
  const hold = async () => {
    const told: string[] = [];
    const giveBack = await holdFolder(folder, (message) => told.push(message));
    await giveBack();
    return told;
  };
  const pid = process.ppid;

  it('of a process that lives is kept', async () => {
    await claim({ pid, host: hostname() });
    await expect(hold()).rejects.toThrow(`is in use by process ${pid}`);
    expect(await readdir(path.join(folder, 'in-use'))).toEqual(['other.json']);
  });

  it('of another machine is kept, and what to do is told', async () => {
    const file = await claim({ pid: 7, host: 'elsewhere' });
    await expect(hold()).rejects.toThrow(`by process 7 on elsewhere`);
    await expect(hold()).rejects.toThrow(`delete ${file}`);
  });

  it('of a process from before this machine was started is taken over, though its number lives', async () => {
    const file = await claim({ pid, host: hostname() });
    await utimes(file, 1, 1);
    expect(await hold()).toEqual([expect.stringContaining(`Process ${pid}`)]);
  });

  it('that was not written whole is none', async () => {
    await claim('{"pid":');
    expect(await hold()).toEqual([]);
  });
});
