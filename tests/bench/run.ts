/**
 * Benchmarks by name: `npm run bench` runs all of them but those that take long, `npm run bench -- NAME` one, with options
 * such as `--minutes 30`. They need a built app.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';

import { readOptions } from '#engine/reading/read-options.ts';
import { benchCalendar } from './calendar.ts';
import { benchDrawn } from './drawn.ts';
import { benchFields } from './fields.ts';
import { benchFirstFacts } from './first-facts.ts';
import { benchFuzz } from './fuzz.ts';
import { benchInteractions } from './interactions.ts';
import { benchLargeRecord } from './large-record.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchMockTransport } from './mock-transport.ts';
import { benchScrolling } from './scrolling.ts';
import { benchSearch } from './search.ts';
import { benchSoak } from './soak.ts';

const USAGE =
  'Usage: npm run bench -- [NAME…] [--dist FOLDER…] [--rounds N] [--entries N] [--minutes N] [--seed N] [--answers N] [--addresses N] [--steps N]';
const { values, positionals: asked } = readOptions(
  {
    allowPositionals: true,
    options: {
      minutes: { type: 'string' },
      dist: { type: 'string', multiple: true },
      rounds: { type: 'string' },
      seed: { type: 'string' },
      entries: { type: 'string' },
      answers: { type: 'string' },
      addresses: { type: 'string' },
      steps: { type: 'string' },
    },
  },
  USAGE,
);
/** A number that an option names; undefined where it is not given. */
function numberOf(name: Exclude<keyof typeof values, 'dist'>): number | undefined {
  const value = values[name];
  return value === undefined ? undefined : Number(value);
}

const BENCHES: Record<string, () => Promise<void>> = {
  'first-facts': () => benchFirstFacts(numberOf('rounds')),
  'mock-transport': benchMockTransport,
  calendar: benchCalendar,
  fields: benchFields,
  interactions: () => benchInteractions(numberOf('rounds')),
  drawn: () => benchDrawn(values.dist, numberOf('rounds')),
  scrolling: benchScrolling,
  'large-record': () => benchLargeRecord(numberOf('entries'), values.dist?.[0]),
  search: benchSearch,
  lighthouse: () => benchLighthouse(numberOf('rounds')),
};

/** Only when they are asked for. */
const LONG: Record<string, () => Promise<void>> = {
  fuzz: () =>
    benchFuzz({
      seed: numberOf('seed'),
      answers: numberOf('answers'),
      addresses: numberOf('addresses'),
      steps: numberOf('steps'),
    }),
  soak: () => benchSoak({ minutes: numberOf('minutes'), seed: numberOf('seed') }),
};

const ALL = { ...BENCHES, ...LONG };

/** What is wrong with what was asked, before a browser starts for any of it. */
function faultOfAsked(): string | null {
  const unknown = asked.find((name) => !Object.hasOwn(ALL, name));
  if (unknown !== undefined)
    return `No benchmark is named "${unknown}". There are: ${Object.keys(ALL).join(', ')}`;
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' && !/^\d+(\.\d+)?$/.test(value))
      return `--${name} needs a number, not "${value}"\n${USAGE}`;
  const unbuilt = (values.dist ?? ['dist']).find(
    (folder) => !existsSync(path.join(folder, 'index.html')),
  );
  return unbuilt === undefined ? null : `${unbuilt} holds no built app: npm run build writes one.`;
}

const fault = faultOfAsked();
if (fault !== null) {
  console.error(fault);
  process.exitCode = 2;
} else
  for (const [name, bench] of Object.entries(ALL)) {
    if (asked.length > 0 ? !asked.includes(name) : name in LONG) continue;
    console.log(`# ${name}`);
    await bench();
  }
