import type { Edition } from '../edition.ts';
import type { Sql } from '../database/database-engine.ts';

export type Asked = {
  readonly query: URLSearchParams;
  readonly id: string;
  readonly edition: Edition;
  readonly sql: Sql;
  /** Seals cursors. */
  readonly secret: string;
};

/**
 * Everything that can be refused has been by the time that this is there; only then is the costly part run, and not at
 * all for a client that holds the answer already.
 */
export type Prepared = () => Promise<string> | string;
