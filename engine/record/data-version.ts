import { createHash } from 'node:crypto';

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

/** The same content has the same version on every machine and every day. */
export function toDataVersion(content: unknown): string {
  const canonical = JSON.stringify(toCanonical(content));
  return createHash('sha256').update(canonical).digest('hex').slice(0, 12);
}
