/** What the comparison of two groups says, recomputed from the record's files under a thousand pairs of groups. */
import { describe, expect, it } from 'vitest';

import { NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { type Group, groupFilters } from '#src/address/groups.ts';
import {
  compareGroups,
  sharedEntries,
  toFigures,
  widestGap,
} from '#src/features/compare/groups/group-figures.ts';
import { createRandom } from '#src/lib/random.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';
import { readRecord } from '#mocks/read-record.ts';
import { documents, entries, meetings } from './raw-record.ts';

const AS_OF = '2026-11-28';
const store = createStore(await readRecord());
const lists = {
  meetings: store.listMeetings({ limit: 500 }).items,
  exchangeYears: store.listExchangeYears().items,
};
const random = createRandom(7);

function arbitraryGroup(): Group {
  const kind = random.pick(['meeting', 'range', 'coChair', 'exchangeYear'] as const);
  const [one, other] = [random.pick(meetings), random.pick(meetings)];
  if (kind === 'coChair') return { kind, id: random.pick(one.coChairs).person };
  if (kind === 'exchangeYear') return { kind, id: random.pick(lists.exchangeYears).id };
  const [from = 0, to = 0] = [one.ordinal, other.ordinal].toSorted((a, b) => a - b);
  return kind === 'meeting' ? { kind, ordinal: from } : { kind, from, to };
}

/** The ordinals of a group's meetings, as the files have them. */
function ordinalsOf(group: Group): number[] {
  const years = lists.exchangeYears.find(({ id }) => 'id' in group && id === group.id)?.years ?? '';
  const [first = '', last = first] = years.split('/');
  return meetings
    .filter(({ ordinal, date, coChairs }) => {
      if (group.kind === 'meeting') return ordinal === group.ordinal;
      if (group.kind === 'range') return ordinal >= group.from && ordinal <= group.to;
      if (group.kind === 'coChair') return coChairs.some(({ person }) => person === group.id);
      return date.slice(0, 4) >= first && date.slice(0, 4) <= last;
    })
    .map(({ ordinal }) => ordinal);
}

const figuresOf = (group: Group) => {
  const params = toEntryFilters({ ...NO_FILTERS, ...groupFilters(group, lists) }, AS_OF);
  return toFigures(store.summariseFields({ ...params, by: 'meeting' }));
};

function recomputed(group: Group) {
  const ordinals = ordinalsOf(group);
  const own = entries.filter(({ meeting }) => ordinals.includes(meeting));
  const counts = ordinals.map((ordinal) => documents.get(ordinal) ?? 0);
  return {
    ordinals,
    own,
    figures: {
      meetings: ordinals.length,
      entries: own.length,
      documents: counts.reduce((sum, count) => sum + count, 0),
      unread: counts.filter((count) => count === 0).length,
    },
    of: (field: string) => own.filter(({ fields }) => fields.includes(field)).length,
  };
}

describe('what is said of two groups', () => {
  it('is what the files say: figures, shares, rates, what counts in both, and the widest gap', () => {
    let gaps = 0;
    for (let round = 0; round < 1000; round += 1) {
      const [a, b] = [arbitraryGroup(), arbitraryGroup()];
      const what = JSON.stringify([a, b]);
      const [first, second] = [figuresOf(a), figuresOf(b)];
      const due = [recomputed(a), recomputed(b)] as const;
      expect([first, second], what).toMatchObject(due.map(({ figures }) => figures));
      const common = due[0].own.filter(({ meeting }) => due[1].ordinals.includes(meeting));
      expect(sharedEntries(first, second), what).toBe(common.length);
      const scale = random.pick(['share', 'rate'] as const);
      const valueOf = ({ figures, of }: (typeof due)[number], field: string) =>
        of(field) / Math.max(1, scale === 'share' ? figures.entries : figures.meetings);
      const rows = compareGroups(first, second, scale);
      for (const { field, counts, values } of rows) {
        expect(counts, what).toEqual(due.map(({ of }) => of(field.id)));
        expect(values, what).toEqual(due.map((one) => valueOf(one, field.id)));
      }
      const named = new Set(due.flatMap(({ own }) => own.flatMap(({ fields }) => fields)));
      expect(new Set(rows.map(({ field }) => field.id)), what).toEqual(named);
      const widest = Math.max(
        0,
        ...[...named].map((field) => Math.abs(valueOf(due[0], field) - valueOf(due[1], field))),
      );
      const gap = widestGap(first, second, scale);
      const isComparable = due.every(({ own }) => own.length > 0) && widest > 0;
      expect(gap === null, what).toBe(!isComparable);
      if (gap === null) continue;
      gaps += 1;
      expect(Math.abs(gap.values[0] - gap.values[1]), what).toBe(widest);
    }
    expect(gaps).toBeGreaterThan(500);
  });
});
