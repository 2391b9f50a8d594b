import { readFile } from 'node:fs/promises';

import { createApi } from '#src/api/client.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import { type Filters, NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { today } from '#src/lib/dates/clock.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { createRandom } from '#src/lib/random.ts';
import type { RecordData } from '#engine/record/record.ts';

/** A press on a checkbox of the filters, and what the chart's numbers then are. */
export interface Choice {
  label: string;
  counts: string;
}

const SEED = 28;

/** Presses by chance that never lead to filters that were there before: each has to be asked and drawn anew. */
export async function filterWalk(record: RecordData, length: number): Promise<Choice[]> {
  const baseUrl = 'http://localhost/walk';
  const api = createApi(baseUrl, createHandler(record, { baseUrl }));
  const words = JSON.parse(await readFile('src/i18n/messages/en/record.json', 'utf8')) as Record<
    string,
    string
  >;
  const numbers = new Intl.NumberFormat('en');
  const random = createRandom(SEED);
  const boxes = [
    ...record.fields.groups.map((one) => ({ filter: 'group', id: one.id, label: one.name.en })),
    ...EntryKind.options.map((id) => ({ filter: 'kind', id, label: words[`kind-${id}`] ?? id })),
  ] as const;
  const seen = new Set(['']);
  const chosen = new Set<(typeof boxes)[number]>();
  const choices: Choice[] = [];
  while (choices.length < length) {
    const box = random.pick(boxes);
    if (!chosen.delete(box)) chosen.add(box);
    const state = [...chosen].map(({ id }) => id).toSorted();
    if (seen.has(state.join(' '))) {
      if (!chosen.delete(box)) chosen.add(box);
      continue;
    }
    seen.add(state.join(' '));
    const filters: Filters = {
      ...NO_FILTERS,
      group: [...chosen].flatMap(({ filter, id }) => (filter === 'group' ? [id] : [])),
      kind: EntryKind.options.filter((kind) => state.includes(kind)),
    };
    const { rows } = await api.summary({ ...toEntryFilters(filters, today()), by: 'kind' });
    const counts = rows.map(({ entries }) => entries).filter((entries) => entries > 0);
    choices.push({
      label: box.label,
      counts: counts
        .toSorted((a, b) => b - a)
        .map((count) => numbers.format(count))
        .join(' '),
    });
  }
  return choices;
}
