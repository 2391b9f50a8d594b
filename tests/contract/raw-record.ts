/** The record's files by a reading of their own, to recompute what the pages say. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export type RawEntry = { meeting: number; kind: string; party: string; fields: string[] };
export type RawMeeting = {
  ordinal: number;
  date: string;
  sources: string[];
  coChairs: { person: string }[];
};

const FOLDER = path.join(import.meta.dirname, '../../mocks/data');
const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(FOLDER, name), 'utf8'));
export const entries = (await read('entries.json')) as RawEntry[];
export const meetings = (await read('meetings.json')) as RawMeeting[];

/** Every document that is named anywhere within a fact. */
function namedIn(fact: unknown): string[] {
  if (Array.isArray(fact)) return fact.flatMap(namedIn);
  if (typeof fact !== 'object' || fact === null) return [];
  return Object.entries(fact).flatMap(([key, value]: [string, unknown]) =>
    key === 'source' && typeof value === 'string' ? [value] : namedIn(value),
  );
}
/** How many documents each meeting rests on, by ordinal. */
export const documents = new Map(
  meetings.map((meeting) => {
    const own = entries.filter((entry) => entry.meeting === meeting.ordinal);
    return [meeting.ordinal, new Set([...meeting.sources, ...namedIn([meeting, own])]).size];
  }),
);

/** Whether something of its own is among what was chosen; where nothing is chosen, everything is. */
export const isAny = <Value>(chosen: readonly Value[], own: readonly Value[]) =>
  chosen.length === 0 || own.some((value) => chosen.includes(value));
