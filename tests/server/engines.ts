import { randomUUID } from 'node:crypto';

import pg from 'pg';
import { inject } from 'vitest';

import type { Engine } from '#server/database/database-engine.ts';
import { openPglite } from '#server/database/pglite-engine.ts';
import { openPostgres } from '#server/database/postgres-engine.ts';

/** Why a test with PostgreSQL has to be left out, or null. */
export function missingPostgres(): string | null {
  const postgres = inject('postgres');
  return 'reason' in postgres ? postgres.reason : null;
}

/** An empty database on the shared PostgreSQL server. */
export async function createDatabase(): Promise<string> {
  const postgres = inject('postgres');
  if ('reason' in postgres) throw new Error(postgres.reason);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

export const ENGINES: [Engine['name'], () => Promise<Engine>][] = [
  ['pglite', () => openPglite()],
  [
    'postgresql',
    async () =>
      openPostgres({
        url: await createDatabase(),
        isReadOnly: false,
        poolSize: 4,
        // A busy machine is slow, not wrong.
        waitMs: 60_000,
        statementMs: 0,
      }),
  ],
];
