/** What a check belongs to: the contract's shapes, its six rules, and what it says beside them. */
export type Rule =
  | 'shape'
  | 'counts'
  | 'walks'
  | 'references'
  | 'filters'
  | 'facets'
  | 'errors'
  | 'tags'
  | 'search'
  | 'calendar';

/** How an answer differs from what is due; each kind is told in words by a message of its own. */
export type FindingKind =
  | 'no-answer'
  | 'status'
  | 'content-type'
  | 'not-json'
  | 'shape'
  | 'count'
  | 'page-length'
  | 'repeated'
  | 'other-pages'
  | 'order'
  | 'not-filtered'
  | 'raised'
  | 'either'
  | 'unknown-id'
  | 'unlike-list'
  | 'parameter'
  | 'no-tag'
  | 'same-tag'
  | 'outside'
  | 'not-found';
export type Finding = { kind: FindingKind; values: Record<string, string | number> };

/** Why a check could not be made. */
export type SkipReason =
  | 'nothing-on-record'
  | 'too-many'
  | 'needs-other'
  | 'hidden-tag'
  | 'bounds'
  | 'stopped';

/** Something is broken: at which request, and how. */
export class Broken extends Error {
  readonly request: string;
  readonly finding: Finding;

  constructor(request: string, kind: FindingKind, values: Finding['values'] = {}) {
    super(`${request}: ${kind}`);
    this.request = request;
    this.finding = { kind, values };
  }
}

/** A check that cannot be made here and now. */
export class Untried extends Error {
  readonly reason: SkipReason;

  constructor(reason: SkipReason) {
    super(reason);
    this.reason = reason;
  }
}

export type Result =
  | { result: 'passed' }
  | { result: 'failed'; request: string; finding: Finding }
  | { result: 'skipped'; reason: SkipReason };
