/** Files of other programs than those whose workbooks are read: what each is, so that it can be said what to do with it. */
import { InputFault } from './faults.ts';

const BY_ENDING: Readonly<Record<string, string>> = {
  xls: 'xls',
  xlsm: 'macros',
  xlsb: 'binary',
  ods: 'ods',
  numbers: 'numbers',
  csv: 'table',
  tsv: 'table',
};

/** How the file begins that old programs write, and newer ones where a password protects it. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** The name that a workbook has there which a password protects, with a zero after each letter. */
const LOCKED = Array.from('EncryptedPackage', (letter) => `${letter}\0`).join('');

/** How every workbook of today begins, as a zip does. */
const ZIP = [0x50, 0x4b];
const isBegun = (bytes: Uint8Array, sign: readonly number[]) =>
  sign.every((byte, at) => bytes[at] === byte);
export const isZip = (bytes: Uint8Array) => isBegun(bytes, ZIP);
export const isCompound = (bytes: Uint8Array) => isBegun(bytes, COMPOUND);

const refuse = (format: string) => new InputFault('workbook-other', { format });

/** Refuses a file that by its ending is of another program; one without an ending of these is left to others. */
export function refuseByEnding(path: string): void {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(BY_ENDING, ending)) throw refuse(BY_ENDING[ending] ?? '');
}

/** Refuses what is a workbook of the old kind, or one that a password protects, whatever its name says. */
export function refuseCompound(bytes: Uint8Array): void {
  if (!isCompound(bytes)) return;
  throw refuse(new TextDecoder('latin1').decode(bytes).includes(LOCKED) ? 'password' : 'xls');
}

const BY_PART: readonly (readonly [part: RegExp, format: string])[] = [
  [/^xl\/vbaProject\.bin$/i, 'macros'],
  [/^xl\/workbook\.bin$/i, 'binary'],
  [/^content\.xml$/, 'ods'],
  [/^Index(?:\.zip|\/.*\.iwa)$/, 'numbers'],
];

/** Refuses what is a workbook of another kind by the parts that are packed in it. */
export function refuseByParts(names: readonly string[]): void {
  const [, format] = BY_PART.find(([part]) => names.some((name) => part.test(name))) ?? [];
  if (format !== undefined) throw refuse(format);
}
