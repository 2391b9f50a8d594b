import { configure, type Entry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';

import { INPUT_LIMITS } from '../record/input-limits.ts';
import { type Found, InputFault } from '../reading/faults.ts';

configure({ useWebWorkers: false });

/** What systems add to a zip by themselves: nobody's data. */
const BY_THE_SYSTEM = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/;

const isTooPacked = ({ compressedSize, uncompressedSize }: Entry) =>
  uncompressedSize > INPUT_LIMITS.ratioFreeBytes &&
  uncompressedSize > INPUT_LIMITS.packedRatio * Math.max(compressedSize, 1);

/** Why an entry is not unpacked, by what the zip itself says of it; null if it may be. */
function entryFault(entry: Entry): Found | null {
  const { filename: name, uncompressedSize: bytes } = entry;
  if (entry.encrypted) return { code: 'zip-encrypted', values: { name } };
  if (entry.symlink) return { code: 'zip-link', values: { name } };
  if (bytes > INPUT_LIMITS.fileBytes)
    return { code: 'zip-file-large', values: { name, bytes, most: INPUT_LIMITS.fileBytes } };
  if (isTooPacked(entry))
    return { code: 'zip-packed', values: { name, bytes, most: INPUT_LIMITS.packedRatio } };
  return null;
}

/** Every name once, whatever system they are unpacked on, and not too many or too large together. */
function checkEntries(entries: readonly Entry[]): void {
  if (entries.length > INPUT_LIMITS.packageFiles)
    throw new InputFault('zip-files', {
      count: entries.length,
      most: INPUT_LIMITS.packageFiles,
    });
  const names = new Set<string>();
  for (const entry of entries) {
    const fault = entryFault(entry);
    if (fault !== null) throw new InputFault(fault.code, fault.values);
    const name = entry.filename.normalize().toLowerCase();
    if (names.has(name)) throw new InputFault('zip-twice', { name: entry.filename });
    names.add(name);
  }
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (total > INPUT_LIMITS.packageBytes)
    throw new InputFault('zip-total', { bytes: total, most: INPUT_LIMITS.packageBytes });
}

/** Unpacks one file, and stops as soon as it is larger than the zip said. */
async function unpack(entry: Entry): Promise<Uint8Array> {
  if (entry.directory) throw new InputFault('is-folder');
  const bytes = new Uint8Array(entry.uncompressedSize);
  let size = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      if (size + chunk.length > bytes.length) throw new InputFault('zip-larger');
      bytes.set(chunk, size);
      size += chunk.length;
    },
  });
  try {
    await entry.getData(sink, { checkCrc32: true, checkOverlappingEntry: true });
  } catch (error) {
    if (error instanceof InputFault) throw error;
    throw new InputFault('zip-unpack', { name: entry.filename });
  }
  return bytes.subarray(0, size);
}

/** The first bytes of a file, as many as come at once; the rest is not unpacked. */
async function unpackStart(entry: Entry): Promise<Uint8Array> {
  if (entry.directory) throw new InputFault('is-folder');
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const reader = readable.getReader();
  const none = entry.getData(writable).then(() => ({ value: undefined }));
  // What fails may leave its reader waiting.
  const { value = new Uint8Array() } = await Promise.race([reader.read(), none]);
  await reader.cancel();
  return value;
}

export type Zip = {
  /** The paths of its files; folders, and what systems add by themselves, are none. */
  names: readonly string[];
  read: (name: string) => Promise<Uint8Array | null>;
};
type OpenedZip = Zip & { start: (name: string) => Promise<Uint8Array> };

/** A zip of whose files none has been unpacked, and which can be read in one way only. Throws {@link InputFault}. */
export async function openZip(bytes: Uint8Array): Promise<OpenedZip> {
  if (bytes.length === 0) throw new InputFault('file-empty');
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { strictness: 'strict' });
  let entries: Entry[];
  try {
    entries = await reader.getEntries();
  } catch (error) {
    const { filename: name } = error as { filename?: string };
    throw name === undefined
      ? new InputFault('zip-unreadable')
      : new InputFault('zip-name', { name });
  }
  checkEntries(entries);
  const files = new Map(
    entries
      .filter(({ directory, filename }) => !directory && !BY_THE_SYSTEM.test(filename))
      .map((entry) => [entry.filename, entry]),
  );
  return {
    names: [...files.keys()],
    read: async (name) => {
      const entry = files.get(name);
      return entry === undefined ? null : unpack(entry);
    },
    start: async (name) => {
      const entry = files.get(name);
      return entry === undefined ? new Uint8Array() : unpackStart(entry);
    },
  };
}
