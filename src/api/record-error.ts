import type { RecordFault } from './record-fault.ts';

const NOT_COME: ReadonlySet<RecordFault['code']> = new Set<RecordFault['code']>([
  'unreadable',
  'host-late',
  'host-status',
]);

/** Why a record in files cannot be shown: everything that is wrong with its files. */
export class RecordError extends Error {
  /** The folder that was read, an absolute web address. */
  readonly address: string;
  readonly faults: readonly RecordFault[];

  constructor(address: string, faults: readonly RecordFault[]) {
    super(`${address}: ${faults.length} faults`);
    this.name = 'RecordError';
    this.address = address;
    this.faults = faults;
  }

  /** False where files only did not come: another time they may be whole. */
  get isFaulty(): boolean {
    return this.faults.some(({ code }) => !NOT_COME.has(code));
  }
}
