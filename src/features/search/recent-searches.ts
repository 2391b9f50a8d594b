import { keepStored, readStored } from '#src/lib/stored.ts';

const KEY = 'communique.recent-searches';
const KEPT = 6;

/** The latest first; none where the browser keeps nothing or keeps something else under this name. */
export function readRecentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(readStored(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter((one): one is string => typeof one === 'string').slice(0, KEPT);
  } catch {
    return [];
  }
}

const write = (searches: readonly string[]) => keepStored(KEY, JSON.stringify(searches));

/** Puts a search that led somewhere first. */
export function rememberSearch(text: string): void {
  if (text === '') return;
  write([text, ...readRecentSearches().filter((one) => one !== text)].slice(0, KEPT));
}

export function forgetSearches(): void {
  write([]);
}
