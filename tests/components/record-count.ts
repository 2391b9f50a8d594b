import entriesFile from '#mocks/data/entries.json?url&no-inline';
import type { EntryFact } from '#engine/record/record.ts';
import { countIn } from '#tests/fixtures/count-in.ts';

const response = await fetch(entriesFile);
const entries = (await response.json()) as EntryFact[];

/** How many entries of the record's file an address of the list of entries asks for; nothing of the engine counts here. */
export const countEntries = (search: string): number => countIn(entries, search);
