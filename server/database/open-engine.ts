import type { Config } from '../config.ts';
import type { Engine } from './database-engine.ts';

/** The engine that the environment asks for; only the one that is used is loaded. */
export async function openEngine(config: Config, use: 'serving' | 'loading'): Promise<Engine> {
  if (config.DATABASE_URL === undefined) {
    const { openPglite } = await import('./pglite-engine.ts');
    return openPglite();
  }
  const [, folder] = /^pglite:(.+)$/.exec(config.DATABASE_URL) ?? [];
  if (folder !== undefined) {
    const { openFolder } = await import('./open-folder.ts');
    return openFolder(folder, use);
  }
  const { openPostgres } = await import('./postgres-engine.ts');
  const isServing = use === 'serving';
  return openPostgres({
    url: config.DATABASE_URL,
    isReadOnly: isServing,
    poolSize: isServing ? config.DATABASE_POOL : 2,
    waitMs: config.REQUEST_TIMEOUT_MS,
    statementMs: isServing ? config.STATEMENT_TIMEOUT_MS : 0,
    ...(isServing && { role: config.DATABASE_ROLE }),
  });
}
