import { PGlite, type Transaction } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

import type { Engine, Row, Sql } from './database-engine.ts';

const toSql = (connection: PGlite | Transaction): Sql => ({
  query: async <Found extends Row>(text: string, values: readonly unknown[] = []) =>
    (await connection.query<Found>(text, [...values])).rows,
});

/** PostgreSQL inside this process: in memory, or in a folder that it keeps. */
export async function openPglite(folder?: string): Promise<Engine> {
  const database = await PGlite.create({
    ...(folder !== undefined && { dataDir: folder }),
    extensions: { pg_trgm },
  });
  return {
    name: 'pglite',
    ...toSql(database),
    transaction: (work) => database.transaction((transaction) => work(toSql(transaction))),
    connections: () => ({ total: 1, idle: 1, waiting: 0 }),
    close: () => database.close(),
  };
}
