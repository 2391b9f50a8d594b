import type { Evidence, Source } from '#src/api/schemas/sources.ts';
import { THIRD } from '#src/lib/accounts.ts';
import type { EntryFact, EvidenceFact, Supported } from './record.ts';

/** The pages that support a fact, what it was coded from first. */
export function pagesOf({
  source,
  locator = null,
  quote,
  further = [],
}: Supported): EvidenceFact[] {
  return source === null ? [] : [{ source, locator, ...(quote && { quote }) }, ...further];
}

/** Pages as evidence, with the documents that they are of. */
export function toEvidence(
  pages: readonly EvidenceFact[],
  toSource: (id: string) => Source,
): Evidence[] {
  return pages.map(({ source, ...said }) => ({ source: toSource(source), ...said }));
}

/** A fact with its document; all the evidence stands beside it where it says more than that. */
export function withEvidence<Fact extends Supported>(
  { source, locator, quote, further, ...fact }: Fact,
  toSource: (id: string) => Source,
) {
  const pages = pagesOf({ source, locator, quote, further });
  const saysMore = (locator ?? null) !== null || quote !== undefined || pages.length > 1;
  return {
    ...fact,
    source: source === null ? null : toSource(source),
    ...(saysMore && { evidence: toEvidence(pages, toSource) }),
  };
}

type Status = EntryFact['status'];
/** Whose account a document is; undefined where the record does not say. */
export type AccountOf = (source: string) => string | undefined;

/** Two accounts of one party are one; thirds are many. */
const isSameSide = (one: string | undefined, other: string | undefined) =>
  one !== undefined && one === other && one !== THIRD;

/**
 * How well an entry is supported: confirmed by a page that depends on none before it and is no account of the same side
 * as the first. That accounts disagree is nothing that could be derived: it stays as it was written down.
 */
export function entryStatus(fact: Supported & { status: Status }, accountOf: AccountOf): Status {
  if (fact.status === 'disputed') return 'disputed';
  const [first, ...further] = pagesOf(fact);
  if (first === undefined) return 'unverified';
  const isConfirmed = further.some(
    ({ source, independent }) =>
      independent === true && !isSameSide(accountOf(first.source), accountOf(source)),
  );
  return isConfirmed ? 'confirmed' : 'single-source';
}

/**
 * How well it is supported that a meeting, an exchange year or a body was at all: confirmed by the accounts of two, of the
 * parties, both together and thirds. As it was written down where the record does not say whose account each document is.
 */
export function statusByDocuments(
  written: Status,
  documents: readonly string[],
  accountOf: AccountOf,
): Status {
  const accounts = new Set(documents.map(accountOf));
  if (written === 'disputed' || accounts.has(undefined)) return written;
  if (accounts.size === 0) return 'unverified';
  return accounts.size > 1 ? 'confirmed' : 'single-source';
}
