import type { Problem } from './schemas/common.ts';

/**
 * What went wrong, in the terms that a reader can act on. `elsewhere`: what answered is no backend of this contract;
 * `signed-out`: it answers those who are signed in; `denied`: it wants a permission that the reader does not have; `busy`: it was asked too often; `timeout`: no whole answer
 * came in time; `cut`: only the beginning of one came; `offline`: the network failed, and the browser knows of none.
 */
export type ApiErrorKind =
  | 'network'
  | 'offline'
  | 'timeout'
  | 'cut'
  | 'elsewhere'
  | 'not-found'
  | 'signed-out'
  | 'denied'
  | 'refused'
  | 'busy'
  | 'server'
  | 'not-json'
  | 'contract';

/**
 * Every failure of a request, as one type; the interface never reads a status code.
 * `place` is, for a contract error, the path of the first property that broke it (`items.3.date`).
 */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  /** The request's address, as sent. */
  readonly address: string;
  readonly status: number | null;
  readonly problem: Problem | null;
  readonly place: string | null;
  /** After how many seconds the backend wants to be asked again, where it says so. */
  readonly retryAfter: number | null;
  /** When the answer came that was kept and stands in for the one that could not be had; null where there is none. */
  readonly keptAt: number | null;

  constructor(
    kind: ApiErrorKind,
    details: {
      address: string;
      message: string;
      status?: number;
      problem?: Problem;
      place?: string;
      retryAfter?: number;
      keptAt?: number;
      cause?: unknown;
    },
  ) {
    super(details.message, { cause: details.cause });
    this.name = 'ApiError';
    this.kind = kind;
    this.address = details.address;
    this.status = details.status ?? null;
    this.problem = details.problem ?? null;
    this.place = details.place ?? null;
    this.retryAfter = details.retryAfter ?? null;
    this.keptAt = details.keptAt ?? null;
  }

  /** True where asking again may help without changing the question. */
  get isTransient(): boolean {
    // Asked too often, a backend is asked again only if it said when.
    if (this.kind === 'busy') return this.retryAfter !== null;
    return ['network', 'offline', 'timeout', 'cut', 'server'].includes(this.kind);
  }
}
