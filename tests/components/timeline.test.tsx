import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { TimelinePanel } from '#src/features/calendar/timeline/TimelinePanel.tsx';
import { accessibilityFaults } from './accessibility-faults.ts';
import { mount } from './mount.tsx';
import { middleOf, pointer } from './pointer.ts';

const lane = (name: string) => page.getByRole('toolbar', { name });
const zoom = () => new URLSearchParams(window.location.search).get('zoom');
const stretchInView = () => document.querySelector('output')?.textContent ?? '';
const focus = (element: Element | null | undefined) => (element as HTMLElement | null)?.focus();

async function openTimeline(search = '') {
  await mount(`/calendar${search}`, <TimelinePanel />);
  await expect.element(lane('Ceremonies and events')).toBeVisible();
  await expect.poll(() => document.querySelector('[aria-busy="true"]')).toBeNull();
}

describe('zooming the timeline', () => {
  it('by keys and buttons is a step in the address each time, undone by Back', async () => {
    await openTimeline();
    expect(await accessibilityFaults('main')).toEqual([]);
    await page.getByRole('radio', { name: 'Decade' }).click({ force: true });
    await expect.poll(zoom).toBe('2019-01/2028-12');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(zoom).not.toBe('2019-01/2028-12');
    history.back();
    await expect.poll(zoom).toBe('2019-01/2028-12');
    focus(lane('Meetings').getByRole('link').elements()[0]);
    await userEvent.keyboard('0');
    await expect.poll(zoom).toBeNull();
    await userEvent.keyboard('+');
    await expect.poll(zoom).not.toBeNull();
  });

  it('by the wheel and moving by dragging go together, and a drag opens nothing', async () => {
    await openTimeline();
    const mark = () =>
      lane('Meetings')
        .getByRole('link', { name: /^Meeting 22,/ })
        .element();
    const [x, y] = middleOf(mark());
    await pointer.move(x, y);
    await pointer.wheel(x, y, -300, true);
    await expect.poll(zoom).not.toBeNull();
    const zoomed = zoom();
    // The day under the pointer stays there.
    const after = mark().getBoundingClientRect();
    expect(Math.abs(after.x + after.width / 2 - x)).toBeLessThan(40);
    await pointer.press(x, y);
    for (const moved of [50, 100, 150, 200]) await pointer.drag(x - moved, y);
    await pointer.release(x - 200, y);
    await expect.poll(zoom).not.toBe(zoomed);
    expect(window.location.pathname).toBe('/calendar');
    await pointer.wheel(x - 200, y, 200);
    expect(zoom()).not.toBe(zoomed);
  });

  it('by the wheel never goes back on the way', async () => {
    await openTimeline();
    const output = document.querySelector('output');
    if (output === null) throw new Error('Nothing says which stretch is in view');
    const seen = [output.textContent];
    new MutationObserver(() => {
      if (output.textContent !== seen.at(-1)) seen.push(output.textContent);
    }).observe(output, { subtree: true, childList: true, characterData: true });
    const [x, y] = middleOf(lane('Meetings').element());
    await pointer.move(x, y);
    for (let turn = 0; turn < 4; turn += 1) await pointer.wheel(x, y, -60, true);
    await expect.poll(zoom).not.toBeNull();
    const years = () => (zoom() ?? '').match(/\d{4}/g) ?? [];
    await expect.poll(() => new RegExp(years().join('.*')).test(seen.at(-1) ?? '')).toBe(true);
    expect(seen.length).toBeGreaterThan(1);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('by keys pressed at once goes as far as by keys pressed in turn', async () => {
    await openTimeline();
    const press = (...keys: string[]) => {
      for (const key of keys)
        lane('Meetings')
          .element()
          .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    };
    const months = () => {
      const [from = '', to = ''] = (zoom() ?? '').split('/');
      return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12;
    };
    const inTurn = new Set([zoom()]);
    for (let step = 0; step < 3; step += 1) {
      press('+');
      await expect.poll(() => inTurn.has(zoom())).toBe(false);
      inTurn.add(zoom());
    }
    const far = months();
    press('0');
    await expect.poll(zoom).toBeNull();
    press('+', '+', '+');
    // The address says whole months only, so that steps in turn are each a little longer.
    await expect.poll(() => Math.abs(months() - far)).toBeLessThanOrEqual(12);
  });

  it('goes on by keys from a mark that zooming takes out of view', async () => {
    await openTimeline('?asOf=2023-12-19');
    const laneInFocus = () =>
      document.activeElement?.closest('[data-lane]')?.getAttribute('data-lane');
    for (const name of ['Meetings', 'Exchange years', 'Ceremonies and events']) {
      focus(lane(name).element().querySelector('[data-mark]'));
      const before = laneInFocus();
      expect(before).toBeTruthy();
      const stretches = [stretchInView()];
      for (let press = 0; press < 3; press += 1) {
        await userEvent.keyboard('+');
        await expect.poll(stretchInView).not.toBe(stretches.at(-1));
        stretches.push(stretchInView());
        expect(laneInFocus()).toBe(before);
      }
      await userEvent.keyboard('0');
      await expect.poll(stretchInView).toBe(stretches[0]);
    }
  });
});

it('what shares a mark is listed, each with its own way on', async () => {
  await openTimeline();
  const shared = lane('Ceremonies and events').getByRole('button').elements()[0];
  const count = Number(/^\d+/.exec(shared?.getAttribute('aria-label') ?? '')?.[0]);
  focus(shared);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => shared?.getAttribute('aria-expanded')).toBe('true');
  const opened = () =>
    page
      .getByRole('status')
      .elements()
      .find((one) => one.querySelector('button') !== null);
  expect(opened()?.querySelectorAll('li').length).toBe(count);
  opened()?.querySelector('a')?.click();
  await expect.poll(() => window.location.pathname).toMatch(/^\/exchange-years\/[a-z0-9-]+$/);
  expect(window.location.hash).toMatch(/^#event-/);
});
