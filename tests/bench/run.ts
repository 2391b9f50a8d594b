/**
 * Benchmarks by name: `npm run bench` runs all of them but those that take long, `npm run bench -- NAME` one, with options
 * such as `--minutes 30`. They need a built app.
 */
import { parseArgs } from 'node:util';

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

const { values, positionals: asked } = parseArgs({
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
});
/** A number that an option names; undefined where it is not given. */
function numberOf(name: Exclude<keyof typeof values, 'dist'>): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(value)) throw new Error(`--${name} needs a number, not ${value}`);
  return Number(value);
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

for (const [name, bench] of Object.entries({ ...BENCHES, ...LONG })) {
  if (asked.length > 0 ? !asked.includes(name) : name in LONG) continue;
  console.log(`# ${name}`);
  await bench();
}
