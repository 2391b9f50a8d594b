import { toHash } from '../requests/hash.ts';
import type { RecordData } from './record.ts';

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

/** A record as it is before it has a version, which is made of it, and a day. */
export type RecordContent = Omit<RecordData, 'mechanism'> & {
  mechanism: Omit<RecordData['mechanism'], 'dataVersion' | 'dataDate'>;
};

/** The lists whose order no answer depends on: tables and answers have them in an order of their own. */
const UNORDERED = ['places', 'offices', 'sources', 'meetings', 'exchangeYears'] as const;

const inOneOrder = (list: readonly unknown[]): unknown[] =>
  list
    .map((item) => ({ item, key: JSON.stringify(toCanonical(item)) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);

/**
 * The same content has the same version on every machine and every day: the first 12 digits of its SHA-256, in hex.
 * Pages over plain http have no SHA-256; there it is a shorter sum, which the same content has on every such page.
 */
export async function toDataVersion(content: RecordContent): Promise<string> {
  const ordered = UNORDERED.map((name) => [name, inOneOrder(content[name])] as const);
  const canonical = JSON.stringify(toCanonical({ ...content, ...Object.fromEntries(ordered) }));
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return `plain-${toHash(canonical)}`;
  const digest = new Uint8Array(
    await subtle.digest('SHA-256', new TextEncoder().encode(canonical)),
  );
  return Array.from(digest.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Stands for a version where none is stated. */
export const NO_VERSION = 'none';
/** What a version looks like that was made of the content. */
const MADE = /^[0-9a-f]{12}$/;

/**
 * The record under the version of the content that it has now, where none is stated, or one that was made of another
 * content: who changes what was downloaded leaves the version as it was, and links, pages and backends that know the old
 * one would take the new content for it. A version that people have thought of stands as it is.
 * @param today the day that the new version of a content is dated with
 */
export async function withOwnVersion(record: RecordData, today: string): Promise<RecordData> {
  const { mechanism, ...rest } = record;
  const { dataVersion: stated, dataDate, ...named } = mechanism;
  const isMade = MADE.test(stated);
  if (!isMade && stated !== NO_VERSION) return record;
  const dataVersion = await toDataVersion({ mechanism: named, ...rest });
  // Over plain http it cannot be made, and so not be compared.
  if (dataVersion === stated || (isMade && !MADE.test(dataVersion))) return record;
  return {
    mechanism: { ...named, dataVersion, dataDate: isMade ? today : dataDate },
    ...rest,
  };
}
