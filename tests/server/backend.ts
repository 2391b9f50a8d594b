import { Writable } from 'node:stream';

import { type Config, readConfig } from '#server/config.ts';
import type { Engine } from '#server/database/database-engine.ts';
import { type Backend, startBackend } from '#server/start.ts';

export type Started = Backend & {
  /** The lines that were logged so far, as they were written. */
  lines: () => string[];
};

export function configOf(environment: Record<string, string> = {}): Config {
  const read = readConfig({
    PORT: '0',
    APP_FOLDER: 'no-such-folder',
    SHUTDOWN_DELAY_MS: '0',
    // A busy machine is slow, not wrong.
    REQUEST_TIMEOUT_MS: '60000',
    ...environment,
  });
  if ('faults' in read) throw new Error(read.faults.join('; '));
  return read.config;
}

/** The backend on a free port, with its log in memory. */
export async function startOn(
  engine: Engine,
  environment: Record<string, string> = {},
): Promise<Started> {
  let written = '';
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const backend = await startBackend(configOf(environment), engine, out);
  return { ...backend, lines: () => written.split('\n').slice(0, -1) };
}
