/** Benchmarks by name: `npm run bench` runs all of them, `npm run bench -- NAME` one. They need a built app. */
import { benchCalendar } from './calendar.ts';
import { benchFields } from './fields.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchMockTransport } from './mock-transport.ts';
import { benchScrolling } from './scrolling.ts';
import { benchSearch } from './search.ts';

const BENCHES: Record<string, () => Promise<void>> = {
  'mock-transport': benchMockTransport,
  calendar: benchCalendar,
  fields: benchFields,
  scrolling: benchScrolling,
  search: benchSearch,
  lighthouse: benchLighthouse,
};

const asked = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`# ${name}`);
  await bench();
}
