import type { Engine } from '../database/database-engine.ts';

/**
 * What outlives editions. Each step is run once, in order, and never changed afterwards. An edition's own tables are made
 * with it (see `edition-tables.ts`), so they need no migration.
 */
const STEPS: readonly string[][] = [
  [
    `CREATE TABLE communique.edition (
       id int PRIMARY KEY,
       namespace text NOT NULL UNIQUE,
       data_version text NOT NULL,
       content_hash text NOT NULL,
       is_current boolean NOT NULL,
       loaded_at timestamptz NOT NULL DEFAULT now()
     )`,
    'CREATE UNIQUE INDEX one_current_edition ON communique.edition (is_current) WHERE is_current',
  ],
  // By which code the rows were laid out: those of another cannot be served. Of what is there, nobody knows.
  ["ALTER TABLE communique.edition ADD COLUMN layout text NOT NULL DEFAULT ''"],
];

/** The group that may read and nothing else; logins that serve are members of it. */
export const READER = 'communique_reader';

/** Brings the database up to date. Safe to run by several at once, and again. */
export async function migrate(engine: Engine): Promise<void> {
  await engine.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock(7203001)');
    await sql.query('CREATE SCHEMA IF NOT EXISTS communique');
    await sql.query(
      'CREATE TABLE IF NOT EXISTS communique.migration (step int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
    );
    const [done] = await sql.query<{ step: number }>(
      'SELECT coalesce(max(step), 0)::int AS step FROM communique.migration',
    );
    for (const [index, statements] of STEPS.entries()) {
      if (index < (done?.step ?? 0)) continue;
      for (const statement of statements) await sql.query(statement);
      await sql.query('INSERT INTO communique.migration (step) VALUES ($1)', [index + 1]);
    }
  });
  await createReader(engine);
}

/** Where the owner may not make roles, an administrator makes this one; the guide says how. */
async function createReader(engine: Engine): Promise<void> {
  const [found] = await engine.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [READER]);
  try {
    if (found === undefined) await engine.query(`CREATE ROLE ${READER} NOLOGIN`);
    await engine.query(`GRANT USAGE ON SCHEMA communique TO ${READER}`);
    await engine.query(`GRANT SELECT ON ALL TABLES IN SCHEMA communique TO ${READER}`);
  } catch (error) {
    console.error(`The role ${READER} could not be made: ${String(error)}`);
  }
}
