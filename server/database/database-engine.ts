/** A row as the drivers give it: integers as numbers, integer arrays as arrays. Statements cast whatever differs. */
export type Row = Record<string, unknown>;

export interface Sql {
  query: <Found extends Row>(text: string, values?: readonly unknown[]) => Promise<Found[]>;
}

/** What both engines give, so that every statement is written once. */
export interface Engine extends Sql {
  readonly name: 'pglite' | 'postgresql';
  /** Everything in `work` happens, or nothing. */
  transaction: <Result>(work: (sql: Sql) => Promise<Result>) => Promise<Result>;
  readonly connections: () => { total: number; idle: number; waiting: number };
  close: () => Promise<void>;
}

/** The database cannot answer now, and may again soon: the request gets 503, not 500. */
export class UnavailableError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'UnavailableError';
  }
}
