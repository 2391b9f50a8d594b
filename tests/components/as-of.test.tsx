import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { AsOfControl } from '#src/app/header/AsOfControl.tsx';
import { AsOfScrubber } from '#src/features/calendar/scrubber/AsOfScrubber.tsx';
import { accessibilityFaults } from './accessibility-faults.ts';
import { mount } from './mount.tsx';
import { watchAddresses } from './watch-addresses.ts';

const asOf = () => new URLSearchParams(window.location.search).get('asOf');
const button = (name: string | RegExp) => page.getByRole('button', { name });

describe('the as-of date, by keyboard', () => {
  it('is taken when it has been typed, in one step, and is typed on', async () => {
    await mount(
      '/?asOf=2024-06-01',
      <>
        <AsOfControl />
        <button>Elsewhere</button>
      </>,
    );
    const field = page.getByLabelText('As of', { exact: true });
    await expect.element(field).toHaveValue('2024-06-01');
    expect(await accessibilityFaults('main')).toEqual([]);
    (field.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    // Two days or two months on: which of them comes first is the browser's own language's affair.
    await expect.poll(asOf).toMatch(/^2024-(06-03|08-01)$/);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(asOf).toMatch(/^2024-(06-02|07-01)$/);
    const before = asOf();
    const passed = watchAddresses();
    await userEvent.keyboard('12122019');
    await expect.poll(asOf).toBe('2019-12-12');
    expect(passed).toEqual([{ by: 'pushState', search: '?asOf=2019-12-12' }]);
    await expect.element(field).toHaveFocus();
    // Half a date is none, and leaving it says so.
    await userEvent.keyboard('{Backspace}');
    await expect.element(field).toHaveValue('');
    (button('Elsewhere').element() as HTMLElement).focus();
    await expect.element(field).toHaveValue('2019-12-12');
    expect(asOf()).toBe('2019-12-12');
    // A year that is still being typed is not taken either.
    (field.element() as HTMLElement).focus();
    await userEvent.keyboard('12120999{Enter}');
    await expect.element(field).toHaveValue('0999-12-12');
    (button('Elsewhere').element() as HTMLElement).focus();
    await expect.element(field).toHaveValue('2019-12-12');
    expect(asOf()).toBe('2019-12-12');
    history.back();
    await expect.element(field).toHaveValue(before);
    (button('Back to today').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(asOf).toBeNull();
    await expect.element(field).toHaveFocus();
  });
});

describe('the scrubber', () => {
  const slider = page.getByRole('slider');

  it('moves through time, as one step for Back, and goes from change to change', async () => {
    await mount('/?asOf=2023-12-18', <AsOfScrubber />);
    await expect.element(slider).toHaveAttribute('aria-valuetext', '18 December 2023');
    expect(await accessibilityFaults('main')).toEqual([]);
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(asOf).toBe('2023-12-19');
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(asOf).toBe('2023-12-20');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '20 December 2023');
    history.back();
    await expect.poll(asOf).toBe('2023-12-18');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '18 December 2023');
    await button('To the next change of status or meeting').click();
    await expect.poll(asOf).toBe('2023-12-19');
  });

  it('plays through time and stops at a press', async () => {
    await mount('/?asOf=2010-01-01', <AsOfScrubber />);
    await button('Play').click();
    await expect.poll(() => asOf() ?? '').toMatch(/^201[0-9]-(0[7-9]|1[0-2])/);
    await button('Pause').click();
    await expect.element(button('Play')).toBeVisible();
  });
});
