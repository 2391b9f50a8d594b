import type { BigIntStats } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import { InputFault } from './decode-text.ts';
import { INPUT_LIMITS } from '../record/input-limits.ts';

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
