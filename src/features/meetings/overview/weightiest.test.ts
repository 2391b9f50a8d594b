import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EntryKind } from '#src/api/schemas/entries.ts';
import { anyEntries, entryOf } from '#tests/fixtures/entry-of.ts';
import { weightiest } from './MeetingBriefing.tsx';

describe('the sentences that stand for a meeting', () => {
  it('are what was signed before what was announced before what was said, the better supported first', () => {
    const said = entryOf({ id: 'said', kind: 'statement', status: 'confirmed' });
    const announced = entryOf({ id: 'announced', kind: 'announcement', status: 'confirmed' });
    const single = entryOf({ id: 'single', kind: 'agreement', status: 'single-source' });
    const confirmed = entryOf({ id: 'confirmed', kind: 'agreement', status: 'confirmed' });
    const newer = entryOf({ id: 'newer', kind: 'holograph' as never });
    expect(weightiest([newer, said, announced, single, confirmed]).map(({ id }) => id)).toEqual([
      'confirmed',
      'single',
      'announced',
      'said',
      'newer',
    ]);
  });

  it('are five at most, of the meeting’s own, and none that is left out is of a kind that comes before', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const chosen = weightiest(entries);
        expect(chosen).toHaveLength(Math.min(5, entries.length));
        const placeOf = ({ kind }: { kind: string }) => {
          const place = (EntryKind.options as readonly string[]).indexOf(kind);
          return place < 0 ? Infinity : place;
        };
        const last = Math.max(0, ...chosen.map(placeOf));
        for (const entry of entries)
          if (!chosen.includes(entry)) expect(placeOf(entry)).toBeGreaterThanOrEqual(last);
      }),
    );
  });
});
