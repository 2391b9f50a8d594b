import pg from 'pg';

import { type Engine, type Row, type Sql, UnavailableError } from './database-engine.ts';

export interface PostgresOptions {
  url: string;
  /** The role to act as after connecting; a role that can only read, for serving. */
  role?: string | undefined;
  isReadOnly: boolean;
  poolSize: number;
  /** 0 for no limit. */
  statementMs: number;
  /** How long a request waits for a connection. */
  waitMs?: number;
}

/**
 * PostgreSQL's classes of errors that pass: connection lost, in conflict with what a replica replays, resources short,
 * cancelled or shutting down.
 */
const PASSING = /^(08|40|53|57|58)/;
const NETWORK = /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EHOST|ENET)/;

/** Errors of the driver itself have no code, only these words. */
const LOST =
  /connection terminated|timeout exceeded when trying to connect|client was closed|read timeout|not queryable/i;

function toFailure(error: unknown): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const isPassing = PASSING.test(code) || NETWORK.test(code) || LOST.test(message);
  return isPassing ? new UnavailableError(`The database cannot answer: ${message}`, error) : error;
}

function toSql(client: pg.Pool | pg.PoolClient): Sql {
  return {
    query: async <Found extends Row>(text: string, values: readonly unknown[] = []) => {
      try {
        return (await client.query<Found>(text, [...values])).rows;
      } catch (error) {
        throw toFailure(error);
      }
    },
  };
}

async function inTransaction<Result>(pool: pg.Pool, work: (sql: Sql) => Promise<Result>) {
  const client = await pool.connect().catch((error: unknown) => {
    throw toFailure(error);
  });
  const sql = toSql(client);
  // A connection that breaks while it is ours fails the next statement; alone it must not end the process.
  const onError = () => undefined;
  client.on('error', onError);
  let isBroken = false;
  try {
    await sql.query('BEGIN');
    const result = await work(sql);
    await sql.query('COMMIT');
    return result;
  } catch (error) {
    isBroken = true;
    await sql.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.off('error', onError);
    client.release(isBroken);
  }
}

/** A pool of connections to a PostgreSQL server, none of which is made before it is needed. */
export function openPostgres(options: PostgresOptions): Engine {
  const { url, role, isReadOnly, poolSize, statementMs, waitMs = 10_000 } = options;
  const settings = [
    ...(role === undefined ? [] : [`-c role=${role}`]),
    ...(isReadOnly ? ['-c default_transaction_read_only=on'] : []),
    // Every statement that is served is short: compiling it would cost more than running it.
    '-c jit=off',
  ];
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: waitMs,
    options: settings.join(' '),
    application_name: 'communique',
    ...(statementMs > 0 && { statement_timeout: statementMs, query_timeout: statementMs + 1000 }),
  });
  // An idle connection that the server closed leaves the pool; the next request opens another.
  pool.on('error', () => undefined);
  const engine: Engine = {
    name: 'postgresql',
    ...toSql(pool),
    transaction: (work) => inTransaction(pool, work),
    connections: () => ({
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => pool.end(),
  };
  return engine;
}
