/** Counts entries and distinct meetings for a list of keys. Entries must come in meeting order. */
export type Tally = {
  readonly add: (key: number, meeting: number) => void;
  readonly entries: (key: number) => number;
  readonly meetings: (key: number) => number;
};

export function createTally(size: number): Tally {
  const entries = new Uint32Array(size);
  const meetings = new Uint32Array(size);
  const lastMeeting = new Int32Array(size).fill(-1);
  return {
    add(key, meeting) {
      entries[key] = (entries[key] ?? 0) + 1;
      if (lastMeeting[key] === meeting) return;
      lastMeeting[key] = meeting;
      meetings[key] = (meetings[key] ?? 0) + 1;
    },
    entries: (key) => entries[key] ?? 0,
    meetings: (key) => meetings[key] ?? 0,
  };
}
