import { isIP } from 'node:net';
import * as v from 'valibot';

const number = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, 'Expected a whole number'),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  );
const list = v.pipe(
  v.string(),
  v.transform((text) => text.split(/[\s,]+/).filter(Boolean)),
);
const origin = v.check(
  (text: string) => text === '*' || (URL.canParse(text) && new URL(text).origin === text),
  'Expected "*" or an origin such as https://example.org',
);
const databaseAddress = v.pipe(
  v.string(),
  v.regex(/^(postgres(ql)?:\/\/|pglite:.)/, 'Expected postgres://… or pglite:FOLDER'),
  v.check((text) => text.startsWith('pglite:') || URL.canParse(text), 'Expected an address'),
);
const hostName = v.pipe(
  v.string(),
  v.check((text) => isIP(text) > 0 || /^[\w.-]+$/.test(text), 'Expected a host name or an address'),
);

/** Every variable that the server reads, its form, and what it is without one. */
export const ENVIRONMENT = v.object({
  PORT: v.optional(number(0, 65_535), '8080'),
  HOST: v.optional(hostName, '127.0.0.1'),
  /** Without it the data are kept in this process. */
  DATABASE_URL: v.optional(databaseAddress),
  /** A role to act as after connecting. */
  DATABASE_ROLE: v.optional(v.pipe(v.string(), v.regex(/^[a-z_][a-z0-9_]{0,62}$/))),
  DATABASE_POOL: v.optional(number(1, 500), '10'),
  /** The record that is kept in this process; ignored with a database. */
  RECORD: v.optional(v.pipe(v.string(), v.minLength(1))),
  STATEMENT_TIMEOUT_MS: v.optional(number(0, 600_000), '10000'),
  REQUEST_TIMEOUT_MS: v.optional(number(100, 600_000), '15000'),
  /** How long a client may take to read an answer, and 125 ms for each kilobyte of it. */
  SEND_TIMEOUT_MS: v.optional(number(100, 600_000), '30000'),
  /** How long requests are still taken after SIGTERM, so that balancers and kept connections learn of it. */
  SHUTDOWN_DELAY_MS: v.optional(number(0, 600_000), '500'),
  /** How long running requests may go on after that. */
  SHUTDOWN_TIMEOUT_MS: v.optional(number(0, 600_000), '10000'),
  /** The answers that are kept, in millions of characters. */
  ANSWER_CACHE_MB: v.optional(number(0, 4000), '32'),
  CORS_ORIGINS: v.optional(v.pipe(list, v.array(v.pipe(v.string(), origin))), ''),
  /** Seals cursors; the same for all replicas. */
  CURSOR_SECRET: v.optional(v.pipe(v.string(), v.minLength(16)), 'communique-cursors'),
  APP_FOLDER: v.optional(v.pipe(v.string(), v.minLength(1)), 'dist'),
  /** Where the figures are served; on the server's own port unless set. */
  METRICS_PORT: v.optional(number(0, 65_535)),
});
export type Config = v.InferOutput<typeof ENVIRONMENT>;

/** Reads the environment; an empty variable counts as none. Every fault is named, none of their values. */
export function readConfig(
  environment: NodeJS.ProcessEnv,
): { config: Config } | { faults: string[] } {
  const names = Object.keys(ENVIRONMENT.entries);
  const set = names.flatMap((name) => {
    const value = environment[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const result = v.safeParse(ENVIRONMENT, Object.fromEntries(set));
  if (result.success) return { config: result.output };
  const faults = result.issues.map((issue) => {
    const message = issue.message.replace(/ but received .*/s, '');
    return `${v.getDotPath(issue)?.split('.')[0] ?? '?'}: ${message}`;
  });
  return { faults };
}
