import { EntrySort } from '#src/api/params.ts';
import type { EntryFilters } from '#src/api/params.ts';
import { toQuery } from '#src/api/client.ts';
import { createRandom, type Random } from '#src/lib/random.ts';
import type { RecordData } from '#engine/record/record.ts';

/** A question of the session; those with `filters` can be counted by hand afterwards. */
export type Question = { path: string; filters?: EntryFilters };

const START = ['/mechanism', '/fields', '/meetings?limit=500', '/exchange-years'];
const WORDS = ['roadmap', 'protocol', 'working group', 'exhibition', 'timetable', '28', 'energy'];

/** What someone narrows a view by: mostly one thing, sometimes two. */
function pickFilters(random: Random, { fields, meetings, mechanism }: RecordData): EntryFilters {
  const filters: EntryFilters = {};
  const share = random.next();
  if (share < 0.5) filters.field = [random.pick(fields.fields).id];
  else if (share < 0.7) filters.party = [random.pick(mechanism.parties).id];
  else if (share < 0.9) filters.meeting = [random.pick(meetings).ordinal];
  if (random.next() < 0.3) filters.kind = [random.pick(['agreement', 'minutes', 'statement'])];
  if (random.next() < 0.2) filters.to = random.pick(meetings).date;
  return filters;
}

/** The requests of one reader, in the order that the app sends them: seeded, so that a run can be repeated. */
export function* browsingSession(seed: number, record: RecordData): Generator<Question> {
  const random = createRandom(seed);
  for (const path of START) yield { path };
  for (;;) {
    const share = random.next();
    const filters = pickFilters(random, record);
    if (share < 0.3) {
      const by = random.pick(['kind', 'party', 'meeting', 'year']);
      yield { path: `/fields/summary${toQuery({ ...filters, by })}`, filters };
      yield { path: `/entries${toQuery({ ...filters, limit: 50 })}`, filters };
    } else if (share < 0.5) {
      const sort = random.pick(EntrySort.options);
      yield { path: `/entries${toQuery({ ...filters, sort, limit: 50 })}`, filters };
    } else if (share < 0.7) {
      const { ordinal } = random.pick(record.meetings);
      yield { path: `/meetings/${ordinal}` };
      yield { path: `/entries?limit=500&meeting=${ordinal}`, filters: { meeting: [ordinal] } };
    } else if (share < 0.78) yield { path: `/search${toQuery({ q: random.pick(WORDS) })}` };
    else if (share < 0.84) {
      const q = random.pick(WORDS);
      yield {
        path: `/entries${toQuery({ ...filters, q, limit: 50 })}`,
        filters: { ...filters, q },
      };
    } else if (share < 0.9) yield { path: '/calendar' };
    else if (share < 0.96) yield { path: `/sources${toQuery({ limit: 50, sort: '-entries' })}` };
    else yield { path: '/people' };
  }
}
