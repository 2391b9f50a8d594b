import { expect, it } from 'vitest';

import { gridStep } from './use-grid-stop.ts';

const size = { rows: 3, columns: 4 };

it('goes from cell to cell and never out of the grid', () => {
  expect(gridStep({ row: 1, column: 1 }, 'ArrowDown', false, size)).toEqual({ row: 2, column: 1 });
  expect(gridStep({ row: 2, column: 1 }, 'ArrowDown', false, size)).toEqual({ row: 2, column: 1 });
  expect(gridStep({ row: 0, column: 0 }, 'ArrowLeft', false, size)).toEqual({ row: 0, column: 0 });
  expect(gridStep({ row: 1, column: 1 }, 'End', false, size)).toEqual({ row: 1, column: 3 });
  expect(gridStep({ row: 1, column: 1 }, 'Home', true, size)).toEqual({ row: 0, column: 0 });
  expect(gridStep({ row: 1, column: 1 }, 'ArrowRight', true, size)).toEqual({ row: 1, column: 3 });
});

it('leaves every other key to the browser', () => {
  expect(gridStep({ row: 1, column: 1 }, 'Enter', false, size)).toBeNull();
  expect(gridStep({ row: 1, column: 1 }, 'Tab', false, size)).toBeNull();
});
