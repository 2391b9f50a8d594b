/**
 * What a page says in words about its numbers (headlines, cautions, what came last), recomputed from the record's files
 * by a reading of their own, under a thousand filters.
 */
import { describe, expect, it } from 'vitest';

import { type Filters, NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { cautionsOf, perMeeting, shareOf } from '#src/lib/comparison.ts';
import {
  comparePeriods,
  directionOf,
  type Period,
} from '#src/features/fields/rate/compared-periods.ts';
import { findLeader, findSpeakers } from '#src/features/fields/series/field-finding.ts';
import { silentAfter } from '#src/features/fields/FieldsPage.tsx';
import { createRandom } from '#src/lib/random.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';
import { readRecord } from '#mocks/read-record.ts';
import { documents, entries, isAny, meetings } from './raw-record.ts';

const AS_OF = '2026-11-28';
const store = createStore(await readRecord());
const held = store.listMeetings({ limit: 500 }).items;

const passing = ({ field, party, kind }: Filters, ordinals: readonly number[]) =>
  entries.filter(
    (entry) =>
      ordinals.includes(entry.meeting) &&
      isAny(field, entry.fields) &&
      isAny(party, [entry.party]) &&
      isAny<string>(kind, [entry.kind]),
  );
const ordinalsFrom = (from: string, to = '9999', coChair: readonly string[] = []) =>
  meetings
    .filter(
      ({ date, coChairs }) =>
        date >= from &&
        date.slice(0, 4) <= to &&
        isAny(
          coChair,
          coChairs.map(({ person }) => person),
        ),
    )
    .map(({ ordinal }) => ordinal);
/** The meetings that the filters leave. */
const ordinalsOf = ({ from, to, coChair }: Filters) =>
  ordinalsFrom(from ?? '', to ?? undefined, coChair);

function arbitrary(random: ReturnType<typeof createRandom>): Filters {
  const entry = random.pick(entries);
  const other = random.pick(entries);
  const sometimes = <Value>(value: Value, none: Value) => (random.next() < 0.5 ? value : none);
  const years = [random.pick(meetings), random.pick(meetings)].map(({ date }) => date.slice(0, 4));
  const [from = '', to = ''] = years.toSorted();
  const { coChairs = [] } = meetings.find(({ ordinal }) => ordinal === entry.meeting) ?? {};
  return {
    ...NO_FILTERS,
    field: [entry.fields[0] ?? '', ...sometimes(other.fields.slice(0, 1), [])],
    party: sometimes([entry.party], []),
    kind: sometimes([entry.kind] as Filters['kind'], []),
    coChair: sometimes(
      coChairs.slice(0, 1).map(({ person }) => person),
      [],
    ),
    from: sometimes<string | null>(from, null),
    to: sometimes<string | null>(to, null),
  };
}

const columnsOf = (filters: Filters) =>
  store.summariseFields({ ...toEntryFilters(filters, AS_OF), by: 'meeting' }).columns;

function comparedUnder(filters: Filters) {
  const whole = { ...filters, from: null };
  return comparePeriods(columnsOf(whole), columnsOf({ ...whole, field: [] }), {
    asked: null,
    from: filters.from,
  });
}

function recomputed(filters: Filters, ordinals: readonly number[]): Omit<Period, 'from' | 'to'> {
  const counts = ordinals.map((ordinal) => documents.get(ordinal) ?? 0);
  return {
    meetings: ordinals.length,
    entries: passing(filters, ordinals).length,
    all: passing({ ...filters, field: [] }, ordinals).length,
    documents: counts.reduce((sum, count) => sum + count, 0),
    unread: counts.filter((count) => count === 0).length,
  };
}

describe('what is said of rate and share', () => {
  it('is what the files say under a thousand filters, and so is each caution', () => {
    const random = createRandom(16);
    const cautioned = new Set<string>();
    for (let round = 0; round < 1000; round += 1) {
      const filters = arbitrary(random);
      const what = JSON.stringify(filters);
      const compared = comparedUnder(filters);
      if (compared === null) {
        const within = ordinalsOf({ ...filters, from: null });
        expect(within.length < 2 || passing(filters, within).length === 0, what).toBe(true);
        continue;
      }
      const turn = meetings.find(({ ordinal }) => String(ordinal) === compared.turn)?.date ?? '';
      const within = ordinalsOf({ ...filters, from: null });
      const late = ordinalsOf(filters).length;
      if (filters.from !== null && late > 0 && within.length > late)
        expect(turn.slice(0, 4) >= filters.from, what).toBe(true);
      const after = new Set(ordinalsFrom(turn));
      const earlier = recomputed(
        filters,
        within.filter((one) => !after.has(one)),
      );
      const later = recomputed(
        filters,
        within.filter((one) => after.has(one)),
      );
      expect(compared, what).toMatchObject({ earlier, later });
      const [before = 0, now = 0] = [earlier, later].map((one) => one.documents / one.meetings);
      for (const caution of cautionsOf(compared.earlier, compared.later)) {
        cautioned.add(caution.kind);
        if (caution.kind === 'documents' || caution.kind === 'alike') {
          expect([caution.before, caution.after], what).toEqual([before, now]);
          const ratio = Math.min(before, now) / Math.max(before, now);
          expect(caution.kind, what).toBe(ratio >= 0.85 ? 'alike' : 'documents');
        }
        if (caution.kind === 'few')
          expect([caution.meetings, caution.entries], what).toEqual([
            Math.min(earlier.meetings, later.meetings),
            Math.min(earlier.entries, later.entries),
          ]);
        if (caution.kind === 'unread')
          expect(caution.meetings, what).toBe(earlier.unread + later.unread);
      }
    }
    expect([...cautioned]).toEqual(expect.arrayContaining(['documents', 'alike', 'few']));
  });

  it('is, of energy since 2015, more per meeting and half the share', () => {
    const compared = comparedUnder({ ...NO_FILTERS, field: ['energy'], from: '2015' });
    if (compared === null) throw new Error('There is nothing to compare');
    const { earlier, later } = compared;
    expect([earlier.meetings, later.meetings]).toEqual([19, 11]);
    expect(
      directionOf(perMeeting(earlier.entries, earlier), perMeeting(later.entries, later)),
    ).toBe('up');
    expect(
      shareOf(earlier.entries, earlier.all) / shareOf(later.entries, later.all),
    ).toBeGreaterThan(1.9);
  });
});

describe('what is said in a headline', () => {
  it('is that a field leads only where there is another, under a thousand filters', () => {
    const random = createRandom(17);
    for (let round = 0; round < 1000; round += 1) {
      const filters = { ...arbitrary(random), ...(random.next() < 0.5 && { field: [] }) };
      const finding = findLeader(store.summariseFields(toEntryFilters(filters, AS_OF)), 'entries');
      const ordinals = ordinalsOf(filters);
      const counts = new Map<string, number>();
      for (const { fields } of passing(filters, ordinals))
        for (const field of fields)
          if (isAny(filters.field, [field])) counts.set(field, (counts.get(field) ?? 0) + 1);
      const most = Math.max(0, ...counts.values());
      const leading = [...counts].filter(([, count]) => count === most).length;
      const due =
        counts.size === 0 ? 'none' : leading > 1 ? 'tie' : counts.size === 1 ? 'only' : 'leader';
      expect(finding.kind, JSON.stringify(filters)).toBe(due);
    }
  });

  it('is, over the balance, who speaks in how many entries, under a thousand filters', () => {
    const random = createRandom(19);
    for (let round = 0; round < 1000; round += 1) {
      const filters = arbitrary(random);
      const asked = { ...toEntryFilters(filters, AS_OF), by: 'party' as const };
      const speakers = findSpeakers(store.summariseFields(asked));
      const counts = new Map<string, number>();
      for (const { party } of passing(filters, ordinalsOf(filters)))
        counts.set(party, (counts.get(party) ?? 0) + 1);
      const told = new Map(speakers.map(({ party, entries: count }) => [party, count]));
      expect(told, JSON.stringify(filters)).toEqual(counts);
      const inOrder = speakers.map(({ entries: count }) => count);
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
    }
  });

  it('is after which meeting there is nothing, and how many were held since', () => {
    const random = createRandom(18);
    let told = 0;
    for (let round = 0; round < 1000; round += 1) {
      const filters = arbitrary(random);
      const { facets } = store.summariseFields(toEntryFilters(filters, AS_OF));
      const silence = silentAfter(facets.meeting, held, filters, AS_OF);
      const within = ordinalsOf(filters);
      const last = Math.max(0, ...passing(filters, within).map(({ meeting }) => meeting));
      const later = within.filter((ordinal) => ordinal > last).length;
      const due = last === 0 || later === 0 ? null : { ordinal: last, later };
      expect(
        silence && { ordinal: silence.last.ordinal, later: silence.later },
        JSON.stringify(filters),
      ).toEqual(due);
      if (due !== null) told += 1;
    }
    expect(told).toBeGreaterThan(150);
  });
});
