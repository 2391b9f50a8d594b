/** `npm run mock-server -- --port 4010 --scenario record [--entries 100000]`: the mock backend over plain HTTP. */
import { readOptions } from '#engine/reading/read-options.ts';
import { createProgress } from '#engine/record/progress.ts';
import { startMockServer } from './http-server.ts';
import { readRecord } from './read-record.ts';
import { isScenarioId, SCENARIO_IDS, type ScenarioId } from './scenarios/scenarios.ts';
import { toSyntheticRecord } from './scenarios/synthetic.ts';

const USAGE =
  'Usage: npm run mock-server -- [--port 4010] [--host 127.0.0.1] [--scenario record] [--entries 100000]';
const { values } = readOptions(
  {
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      scenario: { type: 'string', default: 'record' },
      entries: { type: 'string' },
    },
  },
  USAGE,
);

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

async function start(scenario: ScenarioId, entries: number | null): Promise<void> {
  const sourced = await readRecord();
  const { progress, end } = createProgress();
  const record = entries === null ? sourced : toSyntheticRecord(sourced, entries, progress);
  progress('Indexing what is searched and counted');
  const { host } = values;
  const server = await startMockServer({ record, scenario, host, port: Number(values.port) });
  end();
  const name = entries === null ? scenario : `${scenario}, ${entries} synthetic entries`;
  console.log(`Mock backend (${name}): ${server.baseUrl}`);
  console.log(`Contract: ${server.contractUrl}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.close());
}

const isCount = (text: string) => /^\d{1,7}$/.test(text);

if (!isScenarioId(values.scenario))
  refuse(`No scenario is named "${values.scenario}". There are: ${SCENARIO_IDS.join(', ')}`);
else if (values.entries !== undefined && !isCount(values.entries))
  refuse(`--entries needs a number, not "${values.entries}"`);
else await start(values.scenario, values.entries === undefined ? null : Number(values.entries));
