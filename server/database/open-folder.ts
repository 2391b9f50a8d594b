import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';

import { moment } from '#src/lib/dates/clock.ts';
import { createEditions } from '../edition.ts';
import type { Engine } from './database-engine.ts';
import { openPglite } from './pglite-engine.ts';

/** Makes an empty database beside its place and puts it there when it is whole, so that there is never a part of one. */
async function makeDatabase(folder: string, place: string): Promise<void> {
  const half = path.join(folder, 'half-made');
  await rm(half, { recursive: true, force: true });
  await (await openPglite(half)).close();
  await rename(half, place);
}

/** PostgreSQL inside this process, in a folder that no other process has meanwhile; loading makes the folder. */
export async function openFolder(folder: string, use: 'serving' | 'loading'): Promise<Engine> {
  const place = path.join(folder, 'database');
  const isServing = use === 'serving';
  if (isServing && !existsSync(place))
    throw new Error(`${folder} holds no record yet: run npm run server:load -- PATH`);
  const giveBack = await holdFolder(folder, (message) => console.error(message));
  try {
    if (!existsSync(place)) await makeDatabase(folder, place);
    const engine = await openPglite(place);
    if (isServing) {
      await engine.query('SET default_transaction_read_only = on');
      // Nobody could load anything while this process has the folder.
      await createEditions(engine)();
    }
    return {
      ...engine,
      close: async () => {
        await engine.close();
        await giveBack();
      },
    };
  } catch (error) {
    await giveBack();
    throw error;
  }
}

/** Another process works on the folder, or none can say whether it still does. */
class FolderInUseError extends Error {}

const Claim = v.object({ pid: v.number(), host: v.string() });
/** How exactly a file's time and the time of this machine's start are known, in milliseconds. */
const SLACK_MS = 10_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, and lives.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Reads who made a claim; null where it is gone, or was never written whole. */
async function readClaim(file: string) {
  const text = await readFile(file, 'utf8').catch(() => '');
  const claim = v.safeParse(v.pipe(v.string(), v.parseJson(), Claim), text);
  return claim.success ? claim.output : null;
}

/** True where the process of a claim cannot be there any more. A number is given anew after a start of the machine. */
async function isOver(file: string, { pid, host }: v.InferOutput<typeof Claim>): Promise<boolean> {
  if (host !== hostname()) return false;
  if (!isAlive(pid) || pid === process.pid) return true;
  const { mtimeMs } = await stat(file);
  return mtimeMs + SLACK_MS < moment() - uptime() * 1000;
}

const inUse = (folder: string, file: string, { pid, host }: v.InferOutput<typeof Claim>) =>
  new FolderInUseError(
    host === hostname()
      ? `${folder} is in use by process ${pid}. One process at a time can have it: end that one first.`
      : `${folder} was taken by process ${pid} on ${host}, which cannot be seen from here. If it has ended, delete ${file}.`,
  );

/**
 * Takes a folder for this process alone, as no two may write the database in it. Each process makes a claim of its own,
 * and only then looks for those of others: of two that come at once, at least one sees the other and steps back. A claim
 * is deleted by its owner, or by whoever finds that its owner has died, which `tell` is told.
 * @returns what gives the folder back
 */
export async function holdFolder(
  folder: string,
  tell: (message: string) => void,
): Promise<() => Promise<void>> {
  const claims = path.join(folder, 'in-use');
  await mkdir(claims, { recursive: true });
  const own = path.join(claims, `${randomUUID()}.json`);
  const giveBack = () => rm(own, { force: true });
  await writeFile(own, JSON.stringify({ pid: process.pid, host: hostname() }));
  try {
    for (const name of await readdir(claims)) {
      const file = path.join(claims, name);
      const claim = file === own ? null : await readClaim(file);
      if (claim === null) continue;
      if (!(await isOver(file, claim))) throw inUse(folder, file, claim);
      await rm(file, { force: true });
      tell(`Process ${claim.pid}, which had ${folder}, ended without giving it back: taken over.`);
    }
  } catch (error) {
    await giveBack();
    throw error;
  }
  return giveBack;
}
