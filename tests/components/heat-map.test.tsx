import { expect, it } from 'vitest';
import { page } from 'vitest/browser';

import { FieldsPage } from '#src/features/fields/FieldsPage.tsx';
import { mount } from './mount.tsx';

const heads = () => page.getByRole('grid').getByRole('columnheader');
const head = (name: RegExp) => page.getByRole('columnheader', { name }).element();

/** True for what can be seen in the part of the heat map that shows. */
function shows(one: Element): boolean {
  const [box, frame] = [one, one.closest('table')?.parentElement].map((part) =>
    part?.getBoundingClientRect(),
  );
  const names = page.getByRole('grid').getByRole('columnheader', { name: 'Field' }).element();
  return (
    box !== undefined &&
    frame !== undefined &&
    box.left >= names.getBoundingClientRect().right - 1 &&
    box.right <= frame.right + 1
  );
}

const openHeatMap = async (search = '') => {
  await mount(`/fields?chart=heat${search}`, <FieldsPage />);
  await expect.element(page.getByRole('columnheader', { name: /^30th/ })).toBeInTheDocument();
};

it('begins on a phone with the newest meeting, the names of the fields beside it', async () => {
  await page.viewport(390, 844);
  await openHeatMap();
  expect(shows(head(/^30th meeting/))).toBe(true);
  expect(shows(head(/^1st meeting/))).toBe(false);
  const names = page.getByRole('rowheader', { name: 'Energy' }).element().getBoundingClientRect();
  expect(names.left).toBeGreaterThanOrEqual(0);
  // Whoever looks for the earlier ones still goes back in time.
  const [older, newer] = [/^29th meeting/, /^30th meeting/].map(
    (name) => head(name).getBoundingClientRect().left,
  );
  expect(older).toBeLessThan(newer ?? 0);
});

it('begins with the highest column where the columns are ordered by count', async () => {
  await page.viewport(390, 844);
  await openHeatMap('&columnOrder=value');
  const [, highest, ...others] = heads().elements();
  expect(highest && shows(highest)).toBe(true);
  expect(others.every(shows)).toBe(false);
});

it('stands at the start of its frame where there is room for all of it', async () => {
  await page.viewport(1440, 900);
  await openHeatMap();
  expect(shows(head(/^1st meeting/))).toBe(true);
  expect(shows(head(/^30th meeting/))).toBe(true);
  const table = page.getByRole('grid').element();
  expect(table.getBoundingClientRect().left).toBe(
    table.parentElement?.getBoundingClientRect().left,
  );
});
