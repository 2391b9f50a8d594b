import { expect, test } from 'vitest';

import type { SourceDetail } from '#src/api/schemas/sources.ts';
import { loneSupport } from './SourceHolds.tsx';

const report: SourceDetail = {
  id: 'report',
  title: 'Report',
  publisher: 'Agency',
  url: 'https://example.org/',
  publishedOn: null,
  language: 'en',
  entries: 3,
  meetings: [
    { ordinal: 1, date: '2001', entries: 2 },
    { ordinal: 2, date: '2002', entries: 1 },
  ],
  exchangeYears: [{ id: 'sports', name: { en: 'Sports' }, events: 1, figures: 0 }],
  commissions: [{ id: 'energy', name: { en: 'Energy' }, sessions: 1 }],
};

test('what rests on a document alone has no other document, and does cite this one', () => {
  const alone = loneSupport(report, {
    meetings: [
      { ordinal: 1, sources: 1 },
      { ordinal: 2, sources: 2 },
      { ordinal: 3, sources: 1 },
    ],
    exchangeYears: [
      { id: 'sports', sources: 4 },
      { id: 'culture', sources: 1 },
    ],
    commissions: [
      {
        id: 'energy',
        sources: [report],
        sessions: [{ ordinal: 1, date: '2001', place: null, source: report }],
      },
    ],
  });
  expect([...alone.meetings]).toEqual([1]);
  expect([...alone.exchangeYears]).toEqual([]);
  expect([...alone.commissions]).toEqual(['energy']);
});
