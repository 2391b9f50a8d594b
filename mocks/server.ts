/** `npm run mock-server -- --port 4010 --scenario record [--entries 100000]`: the mock backend over plain HTTP. */
import { readOptions } from '#engine/reading/read-options.ts';
import { createProgress } from '#engine/record/progress.ts';
import { ListenError, toListenError } from '#engine/requests/listen-error.ts';
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

function refuse(message: string, exitCode = 2): void {
  console.error(message);
  process.exitCode = exitCode;
}

async function start(scenario: ScenarioId, entries: number | null): Promise<void> {
  const sourced = await readRecord();
  const { progress, end } = createProgress();
  const record = entries === null ? sourced : toSyntheticRecord(sourced, entries, progress);
  progress('Indexing what is searched and counted');
  const { host, port } = values;
  const server = await startMockServer({ record, scenario, host, port: Number(port) }).catch(
    (error: unknown) => {
      throw toListenError(error, { port: `--port ${port}`, host: `--host ${host}` });
    },
  );
  end();
  const name = entries === null ? scenario : `${scenario}, ${entries} synthetic entries`;
  console.log(`Mock backend (${name}): ${server.baseUrl}`);
  console.log(`Contract: ${server.contractUrl}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.close());
}

const isCount = (text: string) => /^\d{1,7}$/.test(text);
const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

/** What only listening itself can find out: another process may have the port. */
async function tryToStart(scenario: ScenarioId, entries: number | null): Promise<void> {
  try {
    await start(scenario, entries);
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    refuse(error.message, 1);
  }
}

if (!isScenarioId(values.scenario))
  refuse(`No scenario is named "${values.scenario}". There are: ${SCENARIO_IDS.join(', ')}`);
else if (values.entries !== undefined && !isCount(values.entries))
  refuse(`--entries needs a number, not "${values.entries}"`);
else if (!isPort(values.port))
  refuse(`--port needs a number from 0 to 65535, not "${values.port}"`);
else
  await tryToStart(values.scenario, values.entries === undefined ? null : Number(values.entries));
