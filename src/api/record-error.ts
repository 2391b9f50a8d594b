/** Why a record in files cannot be shown: what is wrong with its files, a line each, with file, place and reason. */
export class RecordError extends Error {
  /** The folder that was read, an absolute web address. */
  readonly address: string;
  readonly lines: readonly string[];

  constructor(address: string, lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'RecordError';
    this.address = address;
    this.lines = lines;
  }
}
