import type { Engine } from '../database/database-engine.ts';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Series = { counts: number[]; sum: number; count: number };

/** Label values stand in quotes; only the contract's own paths and numbers ever come here. */
const labels = (all: Record<string, string | number>) =>
  Object.entries(all)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',');

const head = (name: string, type: 'counter' | 'histogram' | 'gauge', help: string) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

function durationLines(durations: ReadonlyMap<string, Series>): string[] {
  const name = 'communique_request_seconds';
  const lines = [...durations].flatMap(([route, { counts, sum, count }]) => [
    ...BUCKETS.map((le, index) => `${name}_bucket{${labels({ route, le })}} ${counts[index] ?? 0}`),
    `${name}_bucket{${labels({ route, le: '+Inf' })}} ${count}`,
    `${name}_sum{${labels({ route })}} ${sum}`,
    `${name}_count{${labels({ route })}} ${count}`,
  ]);
  return [...head(name, 'histogram', 'Time from the request to the end of its answer.'), ...lines];
}

/** This process and its connections at this moment. */
function stateLines(engine: Engine, running: number): string[] {
  const { total, idle, waiting } = engine.connections();
  const connections = 'communique_database_connections';
  return [
    ...head('communique_requests_running', 'gauge', 'Requests being answered.'),
    `communique_requests_running ${running}`,
    ...head(connections, 'gauge', 'Connections to the database.'),
    `${connections}{state="idle"} ${idle}`,
    `${connections}{state="busy"} ${total - idle}`,
    ...head('communique_database_waiting', 'gauge', 'Requests waiting for a connection.'),
    `communique_database_waiting ${waiting}`,
    ...head('process_resident_memory_bytes', 'gauge', 'Memory of this process.'),
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  ];
}

/** Counts of this process in the text format of Prometheus. Routes are the contract's paths, so series stay few. */
export function createMetrics(engine: Engine) {
  const requests = new Map<string, number>();
  const durations = new Map<string, Series>();
  let running = 0;
  return {
    begin: () => {
      running += 1;
    },
    end: ({ route, status, seconds }: { route: string; status: number; seconds: number }) => {
      running -= 1;
      const key = labels({ route, status });
      requests.set(key, (requests.get(key) ?? 0) + 1);
      const series = durations.get(route) ?? { counts: BUCKETS.map(() => 0), sum: 0, count: 0 };
      BUCKETS.forEach((bound, index) => {
        if (seconds <= bound) series.counts[index] = (series.counts[index] ?? 0) + 1;
      });
      series.sum += seconds;
      series.count += 1;
      durations.set(route, series);
    },
    toText: (): string => {
      const name = 'communique_requests_total';
      return [
        ...head(name, 'counter', 'Requests answered, by path of the contract and status.'),
        ...[...requests].map(([key, count]) => `${name}{${key}} ${count}`),
        ...durationLines(durations),
        ...stateLines(engine, running),
        '',
      ].join('\n');
    },
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
