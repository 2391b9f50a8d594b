import { describe, expect, test } from 'vitest';

import { addDays } from '#src/api/edtf.ts';
import { CONCLUDING_DAYS, statusAsOf, statusBounds } from '#src/lib/dates/as-of.ts';
import { readRecord } from '#mocks/read-record.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';

const record = createStore(await readRecord()).listExchangeYears().items;
const onRecord = (id: string) => {
  const found = record.find((exchangeYear) => exchangeYear.id === id);
  if (!found) throw new Error(`The record has no ${id}`);
  return found;
};

describe('the status of the exchange years on record', () => {
  test('shows the next years as upcoming and the present ones as concluding on the day of the 28th meeting', () => {
    expect(statusAsOf(onRecord('culture-2024-2025'), '2023-12-19')).toBe('upcoming');
    expect(statusAsOf(onRecord('sports-2022-2023'), '2023-12-19')).toBe('concluding');
  });

  test.each([
    ['culture-2024-2025', '2023-12-18', 'not-announced'],
    ['culture-2024-2025', '2023-12-31', 'upcoming'],
    ['culture-2024-2025', '2024-01-01', 'under-way'],
    ['culture-2024-2025', '2025-11-17', 'concluding'],
    ['culture-2024-2025', '2025-11-18', 'concluded'],
    ['sports-2022-2023', '2022-01-01', 'under-way'],
    ['sports-2022-2023', '2023-12-20', 'concluded'],
    ['sports-2022-2023', '2024-01-01', 'concluded'],
    ['media-2016-2017', '2015-12-16', 'upcoming'],
    ['media-2016-2017', '2015-12-17', 'under-way'],
  ])('has %s on %s as %s', (id, asOf, status) => {
    expect(statusAsOf(onRecord(id), asOf)).toBe(status);
  });

  test.each(record.map((one) => [one.id, one] as const))(
    'changes for %s exactly at its boundaries: the day before, of and after',
    (_, exchangeYear) => {
      const { announced, start, end } = statusBounds(exchangeYear);
      if (announced !== null && announced < start) {
        expect(statusAsOf(exchangeYear, addDays(announced, -1))).toBe('not-announced');
        expect(statusAsOf(exchangeYear, announced)).toBe('upcoming');
        expect(statusAsOf(exchangeYear, addDays(announced, 1))).not.toBe('not-announced');
      }
      expect(['not-announced', 'upcoming']).toContain(statusAsOf(exchangeYear, addDays(start, -1)));
      expect(statusAsOf(exchangeYear, start)).toBe('under-way');
      expect(statusAsOf(exchangeYear, addDays(start, 1))).toBe('under-way');
      expect(statusAsOf(exchangeYear, addDays(end, -CONCLUDING_DAYS))).toBe('under-way');
      expect(statusAsOf(exchangeYear, addDays(end, 1 - CONCLUDING_DAYS))).toBe('concluding');
      expect(statusAsOf(exchangeYear, end)).toBe('concluding');
      expect(statusAsOf(exchangeYear, addDays(end, 1))).toBe('concluded');
    },
  );
});
