import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync } from 'node:fs';
import { chmod, chown, cp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import pg from 'pg';

import { findPostgres } from './find-postgres.ts';

const run = promisify(execFile);

export interface TemporaryPostgres {
  /** Of the owner, who may do everything. */
  urlOf: (database: string, user?: string) => string;
  createDatabase: (name: string) => Promise<string>;
  /** Ends the server at once, as a crash would. */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}
export interface PrimaryPostgres extends TemporaryPostgres {
  /**
   * Replicas that follow this server by streaming, each begun with a copy of its folder: meanwhile this server is stopped,
   * in good order. They have to be stopped before it.
   */
  startReplicas: (count: number) => Promise<TemporaryPostgres[]>;
}

interface User {
  uid?: number;
  gid?: number;
}
/** What a server is started with. */
interface Place {
  user: User;
  programs: string;
  data: string;
  settings: readonly string[];
}

const idOf = (kind: '-u' | '-g', user: string) =>
  Number(execFileSync('id', [kind, user], { encoding: 'utf8' }));

/** PostgreSQL refuses to run as root: then it runs as one of the users that Debian always has. */
function unprivileged(): User {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      // The next one.
    }
  }
  return {};
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

const COMMON = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories='];

/** Starts PostgreSQL on a free port, which it keeps over ends and starts. */
async function serve({ user, programs, data, settings }: Place): Promise<TemporaryPostgres> {
  const port = await findFreePort();
  let server: ChildProcess | null = null;
  const urlOf = (database: string, name = 'owner') =>
    `postgres://${name}@127.0.0.1:${port}/${database}`;

  const start = async () => {
    const options = [...COMMON, ...settings].flatMap((setting) => ['-c', setting]);
    server = spawn(path.join(programs, 'postgres'), ['-D', data, '-p', String(port), ...options], {
      ...user,
      cwd: path.dirname(data),
      stdio: 'ignore',
    });
    await untilReady(urlOf('postgres'));
  };
  const end = async (signal: NodeJS.Signals) => {
    if (server === null) return;
    server.kill(signal);
    await ended(server);
    server = null;
  };
  await start();
  return {
    urlOf,
    createDatabase: async (name) => {
      const client = new pg.Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return urlOf(name);
    },
    start,
    kill: () => end('SIGQUIT'),
    stop: () => end('SIGINT'),
  };
}

/** Copies the folder of a server that is stopped, to be a standby's. Copies are root's where root makes them. */
async function copyForStandby(from: string, to: string, { uid, gid }: User): Promise<void> {
  await cp(from, to, { recursive: true });
  await chmod(to, 0o700);
  await writeFile(path.join(to, 'standby.signal'), '');
  if (uid === undefined || gid === undefined) return;
  const names = await readdir(to, { recursive: true });
  await Promise.all(['', ...names].map((name) => chown(path.join(to, name), uid, gid)));
}

/** A PostgreSQL server of one's own, in a folder that goes away with it. */
export async function startPostgres(settings: readonly string[] = []): Promise<PrimaryPostgres> {
  const user = unprivileged();
  const folder = mkdtempSync(path.join(tmpdir(), 'communique-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const programs = await findPostgres(user, path.join(folder, 'programs'));
  const data = path.join(folder, 'data');
  const shape = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=trust', '--username=owner'];
  await run(path.join(programs, 'initdb'), ['-D', data, ...shape, '--no-sync'], {
    ...user,
    cwd: folder,
  });
  const primary = await serve({ user, programs, data, settings });
  return {
    ...primary,
    startReplicas: async (count) => {
      const copies = Array.from({ length: count }, (_, number) => `${data}-${number}`);
      await primary.stop();
      await Promise.all(copies.map((copy) => copyForStandby(data, copy, user)));
      await primary.start();
      const { hostname, port, username } = new URL(primary.urlOf('postgres'));
      const source = `primary_conninfo=host=${hostname} port=${port} user=${username}`;
      return Promise.all(
        copies.map((copy) =>
          serve({ user, programs, data: copy, settings: [...settings, source] }),
        ),
      );
    },
    stop: async () => {
      await primary.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
