import type { BigIntStats } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import type { FaultCode, RecordFault } from '#src/api/record-fault.ts';
import { fileFault, foundIn, InputFault } from './faults.ts';
import { INPUT_LIMITS } from '../record/input-limits.ts';

const REASONS: Record<string, FaultCode> = {
  ENOENT: 'no-file',
  ENOTDIR: 'no-file',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EISDIR: 'is-folder',
  ELOOP: 'link-loop',
  ENAMETOOLONG: 'name-too-long',
};

/** The system's refusals as faults of the input; anything else keeps its own words. */
export function toInputFault(error: unknown): InputFault {
  if (error instanceof InputFault) return error;
  const code = REASONS[(error as { code?: string }).code ?? ''];
  if (code !== undefined) return new InputFault(code);
  const { code: unforeseen, values } = foundIn(error);
  return new InputFault(unforeseen, values);
}

/** What changes with a file's content. */
const signOf = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats) =>
  [ino, size, mtimeNs, ctimeNs].join();

/** Before a file is opened: opening a pipe would wait for whoever writes into it. */
async function statPlain(file: string): Promise<BigIntStats> {
  const found = await stat(file, { bigint: true });
  if (found.isDirectory()) throw new InputFault('is-folder');
  if (!found.isFile()) throw new InputFault('no-plain-file');
  return found;
}

const START_BYTES = 8;

async function readStart(file: string): Promise<Uint8Array> {
  await statPlain(file);
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(START_BYTES));
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readBytes(file: string): Promise<{ bytes: Buffer; sign: string }> {
  const found = await statPlain(file);
  const most = INPUT_LIMITS.fileBytes;
  if (found.size > most)
    throw new InputFault('file-too-large', { bytes: String(found.size), most });
  const handle = await open(file);
  try {
    const sign = signOf(await handle.stat({ bigint: true }));
    const bytes = await handle.readFile();
    const isSame = signOf(await handle.stat({ bigint: true })) === sign;
    if (!isSame || BigInt(bytes.length) !== found.size) throw new InputFault('changed');
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
  const within = async <Read>(file: string, readAt: (at: string) => Promise<Read>) => {
    const at = path.resolve(folder ?? '', file);
    try {
      if (folder !== undefined) {
        const inside = path.relative(await realpath(folder), await realpath(at));
        if (inside.startsWith('..') || path.isAbsolute(inside)) throw new InputFault('link-out');
      }
      return await readAt(at);
    } catch (error) {
      throw toInputFault(error);
    }
  };
  return {
    read: async (file: string): Promise<Buffer> => {
      const { bytes, sign } = await within(file, readBytes);
      signs.set(file, sign);
      return bytes;
    },
    /** The first bytes, by which it is known what a file may be; nothing is taken from it. */
    start: (file: string) => within(file, readStart),
    changed: async (): Promise<RecordFault[]> => {
      const now = await Promise.all(
        [...signs].map(async ([file, sign]) => {
          const about = await stat(path.resolve(folder ?? '', file), { bigint: true }).catch(
            () => null,
          );
          return about !== null && signOf(about) === sign ? [] : [file];
        }),
      );
      return now.flat().map((file) => fileFault(file, { code: 'changed' }));
    },
  };
}
