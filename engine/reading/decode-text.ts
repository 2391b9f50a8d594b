import type { RecordFault } from '#src/api/record-fault.ts';
import { InputFault } from './faults.ts';
import { readStrictJson } from './strict-json.ts';

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

/** By its byte order mark, or as one byte of its first character is 0: of no table, JSON or XML it can be. */
const isSixteenBit = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  first === 0 ||
  second === 0;

/** The text of a file that is UTF-8, with or without a byte order mark; anything else is refused at its first byte. */
export function decodeText(bytes: Uint8Array): string {
  if (isSixteenBit(bytes)) throw new InputFault('encoding-utf16');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const place = firstWrongByte(bytes);
    const line = bytes.subarray(0, place).reduce((lines, byte) => lines + Number(byte === 10), 1);
    const byte = (bytes[place] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    throw new InputFault('encoding', { byte, line, place: place + 1 });
  }
}

/** The content of bytes that are JSON; what is wrong with them is reported under the name of their file. */
export function toContent(bytes: Uint8Array, file: string, errors: RecordFault[]): unknown {
  const { value, faults } = readStrictJson(decodeText(bytes));
  for (const fault of faults) errors.push({ file, ...fault });
  return value;
}
