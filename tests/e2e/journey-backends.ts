import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import type { Engine } from '#server/database/database-engine.ts';
import { openPglite } from '#server/database/pglite-engine.ts';
import { openPostgres } from '#server/database/postgres-engine.ts';
import { startOn } from '#tests/server/backend.ts';
import { startPostgres } from '#tests/server/temporary-postgres.ts';
import { serveFolder } from './serve-folder.ts';

/** The built app with a backend behind it. */
export interface Deployment {
  /** Where the app is, without a trailing slash. */
  url: string;
  /** Where the contract's paths begin. */
  baseUrl: string;
  close: () => Promise<void>;
}

/** The app on a host for files, its backend on another origin. */
async function overHttp(): Promise<Deployment> {
  const backend = await startMockServer({
    record: await readRecord(),
    scenario: 'record',
    port: 0,
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'communique-journeys-'));
  await cp('dist', folder, { recursive: true });
  const config = { api: { mode: 'remote', baseUrl: backend.baseUrl } };
  await writeFile(path.join(folder, 'config.json'), JSON.stringify(config));
  const app = await serveFolder(folder);
  return {
    url: app.origin,
    baseUrl: backend.baseUrl,
    close: async () => {
      await app.close();
      await backend.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** One process that serves the app and answers it, as `npm run server` does. */
async function inOneProcess(engine: Engine, more: () => Promise<void>): Promise<Deployment> {
  await loadEdition(engine, await readRecord());
  const backend = await startOn(engine, { APP_FOLDER: 'dist' });
  return {
    url: backend.origin,
    baseUrl: backend.baseUrl,
    close: async () => {
      await backend.stop();
      await engine.close();
      await more();
    },
  };
}

async function onPostgres(): Promise<Deployment> {
  const server = await startPostgres();
  const url = await server.createDatabase('journeys');
  const engine = openPostgres({ url, isReadOnly: false, poolSize: 4, statementMs: 0 });
  return inOneProcess(engine, server.stop);
}

/** Beside the mock in the page, the backends that the same journeys have to find no different. */
export const DEPLOYMENTS = {
  'the mock over HTTP': overHttp,
  'the server on PGlite': async () => inOneProcess(await openPglite(), async () => undefined),
  'the server on PostgreSQL': onPostgres,
} satisfies Record<string, () => Promise<Deployment>>;
export type DeploymentName = keyof typeof DEPLOYMENTS;
