import { toHash } from '../requests/hash.ts';

/** Keys sorted at every depth, so that the order of properties in a file is no change of the data. */
function toCanonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toCanonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, toCanonical(item)]),
  );
}

/**
 * The same content has the same version on every machine and every day: the first 12 digits of its SHA-256, in hex.
 * Pages over plain http have no SHA-256; there it is a shorter sum, which the same content has on every such page.
 */
export async function toDataVersion(content: unknown): Promise<string> {
  const canonical = JSON.stringify(toCanonical(content));
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return `plain-${toHash(canonical)}`;
  const digest = new Uint8Array(
    await subtle.digest('SHA-256', new TextEncoder().encode(canonical)),
  );
  return Array.from(digest.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
