import type { RecordData } from '../record/record.ts';
import { createFirstStore, createGround } from './first-store.ts';
import { createLateStore } from './late-store.ts';

/**
 * Answers every request of the contract from a record in memory: the reference for what a backend has to answer.
 * Parameters must have passed the contract's schemas; ids that are not on record are refused here.
 */
export function createStore(record: RecordData) {
  const ground = createGround(record);
  return { ...createFirstStore(ground), ...createLateStore(ground) };
}
export type Store = ReturnType<typeof createStore>;
