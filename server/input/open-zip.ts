import { configure, type Entry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';

import { INPUT_LIMITS } from '#engine/record/input-limits.ts';
import { InputFault } from '#engine/edition/decode-text.ts';

configure({ useWebWorkers: false });

/** What systems add to a zip by themselves: nobody's data. */
const BY_THE_SYSTEM = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/;

const isTooPacked = ({ compressedSize, uncompressedSize }: Entry) =>
  uncompressedSize > INPUT_LIMITS.ratioFreeBytes &&
  uncompressedSize > INPUT_LIMITS.packedRatio * Math.max(compressedSize, 1);

/** Why an entry is not unpacked, by what the zip itself says of it; null if it may be. */
function entryFault(entry: Entry): string | null {
  if (entry.encrypted) return 'it is encrypted';
  if (entry.symlink) return 'it is a link, not a file';
  if (entry.uncompressedSize > INPUT_LIMITS.fileBytes)
    return `it unpacks to ${entry.uncompressedSize} bytes; at most ${INPUT_LIMITS.fileBytes} are taken`;
  if (isTooPacked(entry))
    return `it unpacks to ${entry.uncompressedSize} bytes, more than ${INPUT_LIMITS.packedRatio} times its size in the zip`;
  return null;
}

/** Every name once, whatever system they are unpacked on, and not too many or too large together. */
function checkEntries(entries: readonly Entry[]): void {
  if (entries.length > INPUT_LIMITS.packageFiles)
    throw new InputFault(
      `${entries.length} files; at most ${INPUT_LIMITS.packageFiles} are taken in one zip`,
    );
  const names = new Set<string>();
  for (const entry of entries) {
    const fault = entryFault(entry);
    if (fault !== null) throw new InputFault(`the file ${entry.filename}: ${fault}`);
    const name = entry.filename.normalize().toLowerCase();
    if (names.has(name)) throw new InputFault(`the file ${entry.filename} is in it twice`);
    names.add(name);
  }
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (total > INPUT_LIMITS.packageBytes)
    throw new InputFault(
      `it unpacks to ${total} bytes; at most ${INPUT_LIMITS.packageBytes} are taken`,
    );
}

/** Unpacks one file, and stops as soon as it is larger than the zip said. */
async function unpack(entry: Entry): Promise<Buffer> {
  if (entry.directory) throw new InputFault('this is a folder, not a file');
  const chunks: Uint8Array[] = [];
  let size = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.length;
      if (size > entry.uncompressedSize) throw new InputFault('larger than the zip says');
      chunks.push(chunk);
    },
  });
  try {
    await entry.getData(sink, { checkCrc32: true, checkOverlappingEntry: true });
  } catch (error) {
    throw new InputFault(`it cannot be unpacked: ${(error as Error).message}`);
  }
  return Buffer.concat(chunks);
}

export type Zip = {
  /** The paths of its files; folders, and what systems add by themselves, are none. */
  names: readonly string[];
  read: (name: string) => Promise<Buffer | null>;
};

/** A zip of whose files none has been unpacked, and which can be read in one way only. Throws {@link InputFault}. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { strictness: 'strict' });
  let entries: Entry[];
  try {
    entries = await reader.getEntries();
  } catch (error) {
    const { filename } = error as { filename?: string };
    const which = filename === undefined ? '' : ` (${JSON.stringify(filename)})`;
    throw new InputFault(`no zip that can be read: ${(error as Error).message}${which}`);
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
  };
}
