import type { BigIntStats } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import { INPUT_LIMITS } from './input-limits.ts';

/** Why a file cannot be taken, in words for whoever wrote it. */
export class InputFault extends Error {}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'this file may not be read',
  EPERM: 'this file may not be read',
  EISDIR: 'this is a folder, not a file',
  ELOOP: 'a link that leads to itself',
  ENAMETOOLONG: 'no file can have a name as long',
};

/** The system's refusals in words; anything else is no fault of the input's. */
export function toInputFault(error: unknown): InputFault {
  if (error instanceof InputFault) return error;
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  return new InputFault(REASONS[code] ?? message);
}

/** What changes with a file's content. */
const signOf = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats) =>
  [ino, size, mtimeNs, ctimeNs].join();
const CHANGED = 'it was written to while it was read: try again when that is done';

async function readBytes(file: string): Promise<{ bytes: Buffer; sign: string }> {
  // Before it is opened: opening a pipe would wait for whoever writes into it.
  const found = await stat(file, { bigint: true });
  if (found.isDirectory()) throw new InputFault('this is a folder, not a file');
  if (!found.isFile()) throw new InputFault('this is no file, but a pipe or a device');
  if (found.size > INPUT_LIMITS.fileBytes)
    throw new InputFault(`${found.size} bytes; at most ${INPUT_LIMITS.fileBytes} are taken`);
  const handle = await open(file);
  try {
    const sign = signOf(await handle.stat({ bigint: true }));
    const bytes = await handle.readFile();
    const isSame = signOf(await handle.stat({ bigint: true })) === sign;
    if (!isSame || BigInt(bytes.length) !== found.size) throw new InputFault(CHANGED);
    return { bytes, sign };
  } finally {
    await handle.close();
  }
}

/**
 * The files of one input. Each is read whole and once; `changed` names those that are not what they were when they were
 * read, since files of different states together would be a record that nobody wrote.
 */
export function createFiles(folder?: string) {
  const signs = new Map<string, string>();
  return {
    read: async (file: string): Promise<Buffer> => {
      const at = path.resolve(folder ?? '', file);
      try {
        if (folder !== undefined) {
          const inside = path.relative(await realpath(folder), await realpath(at));
          if (inside.startsWith('..') || path.isAbsolute(inside))
            throw new InputFault('a link that leads out of the folder');
        }
        const { bytes, sign } = await readBytes(at);
        signs.set(file, sign);
        return bytes;
      } catch (error) {
        throw toInputFault(error);
      }
    },
    changed: async (): Promise<{ file: string; path: string; message: string }[]> => {
      const now = await Promise.all(
        [...signs].map(async ([file, sign]) => {
          const about = await stat(path.resolve(folder ?? '', file), { bigint: true }).catch(
            () => null,
          );
          return about !== null && signOf(about) === sign ? [] : [file];
        }),
      );
      return now.flat().map((file) => ({ file, path: '$', message: CHANGED }));
    },
  };
}

const STEP = 1_000_000;

/** True if the bytes up to a place are UTF-8, the last character perhaps begun and not ended. */
function isGoodUpTo(bytes: Uint8Array, end: number): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let from = 0; from < end; from += STEP)
      decoder.decode(bytes.subarray(from, Math.min(from + STEP, end)), { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The place of the first byte that is no UTF-8; the last one where the file ends within a character. */
function firstWrongByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isGoodUpTo(bytes, middle)) good = middle;
    else bad = middle;
  }
  // A character that was begun before it is what nobody can read.
  for (let start = good - 1; start >= Math.max(0, good - 3); start -= 1) {
    const byte = bytes[start] ?? 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > good - start ? start : good;
    }
    if (byte < 0x80) break;
  }
  return good;
}

const isSixteenBit = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** The text of a file that is UTF-8, with or without a byte order mark; anything else is refused at its first byte. */
export function decodeText(bytes: Uint8Array): string {
  if (isSixteenBit(bytes)) throw new InputFault('not UTF-8 but UTF-16: save it as UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const place = firstWrongByte(bytes);
    const line = bytes.subarray(0, place).reduce((lines, byte) => lines + Number(byte === 10), 1);
    const byte = (bytes[place] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    throw new InputFault(
      `not UTF-8: the byte ${byte} in line ${line} (byte ${place + 1} of the file); save it as UTF-8`,
    );
  }
}
