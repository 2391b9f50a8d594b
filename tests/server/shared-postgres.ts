import type { TestProject } from 'vitest/node';

import { startPostgres } from './temporary-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server for all tests, each in a database of its own; or why there is none. */
    postgres: { url: string } | { reason: string };
  }
}

export async function setup(project: TestProject) {
  try {
    const server = await startPostgres();
    project.provide('postgres', { url: server.urlOf('postgres') });
    return server.stop;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.info(`left out: what needs a PostgreSQL server (${reason})`);
    project.provide('postgres', { reason: `PostgreSQL could not be had: ${reason}` });
    return undefined;
  }
}
