import { describe, expect, test } from 'vitest';

import { NO_FILTERS } from '#src/address/filters.ts';
import { decadeStates, partyStates } from './CompareStarts.tsx';

const filters = { ...NO_FILTERS, kind: ['statement' as const] };
const datesOf = (...dates: string[]) => dates.map((date) => ({ date }));

describe('comparisons that are ready to make', () => {
  test('put the two parties side by side, with the other filters kept', () => {
    const states = partyStates({ ...filters, party: ['joint'] }, [
      { id: 'china' },
      { id: 'russia' },
    ]);
    expect(states).toEqual([
      { ...filters, party: ['china'] },
      { ...filters, party: ['russia'] },
    ]);
  });

  test('count decades back from the latest meeting, as far as there are meetings', () => {
    const spans = (dates: string[]) =>
      decadeStates(filters, datesOf(...dates)).map(({ from, to, kind }) => [from, to, ...kind]);
    expect(spans(['2025-11-03', '1996-12-27'])).toEqual([
      ['1996', '2005', 'statement'],
      ['2006', '2015', 'statement'],
      ['2016', '2025', 'statement'],
    ]);
    expect(spans(['2010-05', '2025'])).toHaveLength(2);
    expect(spans(['2019', '2025'])).toEqual([]);
    expect(spans([])).toEqual([]);
  });
});
