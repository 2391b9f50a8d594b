import type { RecordData } from '#engine/record/record.ts';
import type { Interference } from '#engine/requests/answer-requests.ts';

/** How the mock behaves, beside what it holds. */
export type Scenario = {
  readonly id: ScenarioId;
  readonly toRecord: (record: RecordData) => RecordData | Promise<RecordData>;
  /** What comes between a question and the record's answer; loaded only where a scenario has it. */
  readonly interfere: () => Promise<Partial<Interference>>;
  readonly toRequest: (request: Request) => Promise<Request>;
};

/** In the order in which a menu shows them. */
export const SCENARIO_IDS = [
  'record',
  'invented',
  'empty',
  'one-meeting',
  'slow',
  'failing',
  'malformed',
  'offline',
  'hanging',
  'outdated',
  'newer',
  'hostile',
  'large',
] as const;
export type ScenarioId = (typeof SCENARIO_IDS)[number];

/** Few enough to be made in a browser at once, enough to need many pages. */
export const LARGE_IN_BROWSER = 2_000;

const withVersion = (record: RecordData, suffix: string): RecordData => ({
  ...record,
  mechanism: { ...record.mechanism, dataVersion: `${record.mechanism.dataVersion}-${suffix}` },
});

/** A mechanism that is only just founded: its parties and taxonomy, and nothing that happened yet. */
function toEmpty(record: RecordData): RecordData {
  const nothing = {
    meetings: [],
    entries: [],
    exchangeYears: [],
    commissions: [],
    sources: [],
    people: [],
  };
  return withVersion({ ...record, ...nothing }, 'empty');
}

/** The latest meeting, its entries, and the exchange years that these name. */
function toOneMeeting(record: RecordData): RecordData {
  const latest = record.meetings.toSorted((a, b) => b.ordinal - a.ordinal).slice(0, 1);
  const ordinals = new Set(latest.map(({ ordinal }) => ordinal));
  const entries = record.entries.filter(({ meeting }) => ordinals.has(meeting));
  const named = new Set(entries.flatMap(({ exchangeYears }) => exchangeYears));
  const people = new Set(latest.flatMap(({ coChairs }) => coChairs.map(({ person }) => person)));
  return withVersion(
    {
      ...record,
      meetings: latest,
      entries,
      exchangeYears: record.exchangeYears.filter(({ id }) => named.has(id)),
      people: record.people.filter(({ id }) => people.has(id)),
      commissions: [],
    },
    'one-meeting',
  );
}

type Fault = keyof typeof import('./faults.ts');
const fault = (name: Fault) => async () => (await import('./faults.ts'))[name];

const plain: Omit<Scenario, 'id'> = {
  toRecord: (record) => record,
  interfere: () => Promise.resolve({}),
  toRequest: (request) => Promise.resolve(request),
};

const SCENARIOS: Record<ScenarioId, Scenario> = {
  record: { id: 'record', ...plain },
  invented: {
    id: 'invented',
    ...plain,
    toRecord: async () => (await import('./invented-record.ts')).readInventedRecord(),
  },
  empty: { id: 'empty', ...plain, toRecord: toEmpty },
  'one-meeting': { id: 'one-meeting', ...plain, toRecord: toOneMeeting },
  slow: { id: 'slow', ...plain, interfere: fault('slow') },
  failing: { id: 'failing', ...plain, interfere: fault('failing') },
  malformed: { id: 'malformed', ...plain, interfere: fault('malformed') },
  offline: { id: 'offline', ...plain, interfere: fault('offline') },
  hanging: { id: 'hanging', ...plain, interfere: fault('hanging') },
  outdated: { id: 'outdated', ...plain, interfere: fault('outdated') },
  newer: {
    id: 'newer',
    ...plain,
    interfere: async () => (await import('./newer-answers.ts')).newer,
    toRequest: async (request) => (await import('./newer-answers.ts')).toTodaysRequest(request),
  },
  hostile: {
    id: 'hostile',
    ...plain,
    toRecord: async (record) =>
      (await import('./hostile-record.ts')).toHostileRecord(withVersion(record, 'hostile')),
  },
  large: {
    id: 'large',
    ...plain,
    toRecord: async (record) =>
      (await import('./synthetic.ts')).toSyntheticRecord(record, LARGE_IN_BROWSER),
  },
};

export function isScenarioId(text: string): text is ScenarioId {
  return Object.hasOwn(SCENARIOS, text);
}

export function findScenario(id: ScenarioId): Scenario {
  return SCENARIOS[id];
}
