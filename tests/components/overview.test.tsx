import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { OverviewPage } from '#src/app/OverviewPage.tsx';
import { mount } from './mount.tsx';

const mark = (ordinal: number) =>
  page.getByRole('link', { name: new RegExp(`^Meeting ${ordinal},`) });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const isInView = (name: string) => {
  const { top = -1, bottom = 0 } = heading(name).query()?.getBoundingClientRect() ?? {};
  return top >= 0 && bottom <= window.innerHeight;
};

async function openOverview() {
  await page.viewport(390, 844);
  await mount('/', <OverviewPage />);
  await expect.element(mark(28)).toBeInTheDocument();
}

describe('a meeting that is chosen in the timeline, on a phone', () => {
  it('is shown where it was pressed, and the focus stays on its mark', async () => {
    await openOverview();
    await mark(28).click();
    await expect.poll(() => isInView('28th regular meeting')).toBe(true);
    await expect.element(mark(28)).toHaveFocus();
  });

  it('leaves who chooses by key at the mark, which has the focus', async () => {
    await openOverview();
    (mark(27).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('27th regular meeting')).toBeInTheDocument();
    await expect.element(mark(27)).toHaveFocus();
    expect(isInView('27th regular meeting')).toBe(false);
    await expect.element(mark(27)).toBeInViewport();
  });
});
