import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { anyEntries, entryOf } from '#tests/fixtures/entry-of.ts';
import {
  compareMeetings,
  type ComparedMeeting,
  type MeetingComparison,
} from './meeting-comparison.ts';

const place = (id: string) => ({ id, country: 'PT', name: { en: id } });
const chair = (id: string) => ({
  party: 'north',
  person: { id, name: { en: id } },
  office: { id: 'chancellor', name: { en: 'Chancellor' } },
  source: null,
});

const anyMeeting: fc.Arbitrary<ComparedMeeting> = fc.record({
  meeting: fc.record({
    place: fc.option(fc.constantFrom('porto', 'oslo').map(place)),
    coChairs: fc.uniqueArray(fc.constantFrom('ana', 'bo', 'cy')).map((ids) => ids.map(chair)),
  }),
  entries: anyEntries,
});

const aspects = (comparison: MeetingComparison) => Object.entries(comparison);
const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key).toSorted();

describe('comparing two meetings', () => {
  test('says what came, what went and what stayed', () => {
    const before = { meeting: { place: place('oslo'), coChairs: [chair('ana')] }, entries: [] };
    const comparison = compareMeetings(
      { ...before, entries: [entryOf({ id: 'a1', fields: ['water', 'rail'] })] },
      {
        meeting: { place: place('porto'), coChairs: [chair('ana')] },
        entries: [entryOf({ id: 'b1', fields: ['rail', 'trade'], kind: 'agreement' })],
      },
    );
    expect(keys(comparison.fields.gained)).toEqual(['trade']);
    expect(keys(comparison.fields.dropped)).toEqual(['water']);
    expect(keys(comparison.fields.kept)).toEqual(['rail']);
    expect(comparison.fields.kept[0]?.a.map(({ id }) => id)).toEqual(['a1']);
    expect(comparison.fields.kept[0]?.b.map(({ id }) => id)).toEqual(['b1']);
    expect(keys(comparison.documents.gained)).toEqual(['agreement rail', 'agreement trade']);
    expect(keys(comparison.people.kept)).toEqual(['ana']);
    expect(keys(comparison.places.gained)).toEqual(['porto']);
  });

  test('is symmetric: what one order gains, the other drops', () => {
    fc.assert(
      fc.property(anyMeeting, anyMeeting, (a, b) => {
        const there = compareMeetings(a, b);
        const back = new Map(aspects(compareMeetings(b, a)));
        for (const [aspect, difference] of aspects(there)) {
          const reverse = back.get(aspect);
          expect(keys(difference.gained)).toEqual(keys(reverse?.dropped ?? []));
          expect(keys(difference.dropped)).toEqual(keys(reverse?.gained ?? []));
          expect(keys(difference.kept)).toEqual(keys(reverse?.kept ?? []));
        }
      }),
    );
  });

  test('is complete: gained, dropped and kept part the union of both, and count every entry', () => {
    fc.assert(
      fc.property(anyMeeting, anyMeeting, (a, b) => {
        const { fields } = compareMeetings(a, b);
        const all = [...fields.gained, ...fields.dropped, ...fields.kept];
        const union = new Set(
          [...a.entries, ...b.entries].flatMap((entry) => entry.fields.map(({ id }) => id)),
        );
        expect(keys(all)).toEqual([...union].toSorted());
        for (const { key, a: inA, b: inB } of all) {
          const count = ({ entries }: ComparedMeeting) =>
            entries.filter((entry) => entry.fields.some(({ id }) => id === key)).length;
          expect([inA.length, inB.length]).toEqual([count(a), count(b)]);
        }
      }),
    );
  });

  test('finds nothing new in a meeting compared with itself', () => {
    fc.assert(
      fc.property(anyMeeting, (meeting) => {
        for (const [, { gained, dropped }] of aspects(compareMeetings(meeting, meeting))) {
          expect([...gained, ...dropped]).toEqual([]);
        }
      }),
    );
  });
});
