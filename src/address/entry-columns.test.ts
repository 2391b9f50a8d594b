import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ENTRY_COLUMN_NAMES, parseEntryColumns, withEntryColumns } from './entry-columns.ts';
import type { Ignored } from './filters.ts';

describe('the columns of the entries table', () => {
  it('come back from the address, whichever are chosen; all of them leave no trace in it', () => {
    const some = fc.subarray([...ENTRY_COLUMN_NAMES], { minLength: 1 });
    fc.assert(
      fc.property(some, (columns) => {
        const address = withEntryColumns(new URLSearchParams('q=gas&columns=kind'), columns);
        expect(parseEntryColumns(address)).toEqual(columns);
        expect(address.get('q')).toBe('gas');
        expect(address.has('columns')).toBe(columns.length < ENTRY_COLUMN_NAMES.length);
      }),
    );
  });

  it('are never none, and those that do not exist are told', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (names) => {
        const ignored: Ignored[] = [];
        const columns = parseEntryColumns(
          new URLSearchParams({ columns: names.join(',') }),
          ignored,
        );
        expect(columns.length).toBeGreaterThan(0);
        const known: readonly string[] = ENTRY_COLUMN_NAMES;
        const foreign = names
          .join(',')
          .split(',')
          .filter((name) => name && !known.includes(name));
        expect(ignored.map(({ value }) => value)).toEqual([...new Set(foreign)]);
      }),
    );
  });
});
