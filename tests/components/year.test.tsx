import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { useApi } from '#src/api/ApiContext.ts';
import { calendarQuery } from '#src/api/queries.ts';
import { ExchangeYearPage } from '#src/features/calendar/ExchangeYearPage.tsx';
import { CalendarYear } from '#src/features/calendar/year/CalendarYear.tsx';
import { accessibilityFaults } from './accessibility-faults.ts';
import { mount } from './mount.tsx';

function Year() {
  const { year = '' } = useParams();
  const { data } = useQuery(calendarQuery(useApi(), { from: year, to: year }));
  return data && <CalendarYear year={year} items={data.items} />;
}

const openYear = async (address: string) => {
  await mount(`/calendar/${address}`, <Year />, { pattern: '/calendar/:year' });
  await expect.poll(() => document.querySelectorAll('[role="grid"]').length).toBe(12);
};
const focusedName = () => document.activeElement?.getAttribute('aria-label') ?? '';
const day = (name: RegExp) => page.getByRole('gridcell', { name });

/** Presses Tab until the focus is on something whose name matches; fails after a year's worth of stops. */
async function tabTo(name: RegExp): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await userEvent.tab();
    if (name.test(focusedName())) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

it.each([
  ['en', 'That it was established: ● Confirmed'],
  ['zh', '设立主题年一事：● 已证实'],
  ['ru', 'Факт учреждения: ● Подтверждено'],
])('says of what an exchange year is confirmed (%s)', async (lang, words) => {
  await mount(`/exchange-years/culture-2024-2025?lang=${lang}`, <ExchangeYearPage />, {
    pattern: '/exchange-years/:id',
  });
  const squeezed = (text = '') => text.replaceAll(/\s+/g, '');
  const lead = () => squeezed(document.querySelector('h1 + p')?.textContent ?? '');
  await expect.poll(lead).toContain(squeezed(words));
});

describe('a year of the calendar', () => {
  it('is a grid for the keyboard: days, weeks, months and years', async () => {
    await openYear('2023?asOf=2023-12-19');
    // Each month is one stop of the Tab key.
    expect(document.querySelectorAll('[role="grid"] [tabindex="0"]').length).toBe(12);
    await tabTo(/^19 December 2023, 28th meeting/);
    for (const [key, name] of [
      ['{ArrowRight}', /^20 December/],
      ['{ArrowUp}', /^13 December 2023.*session/],
      ['{Home}', /^11 December/],
      ['{End}', /^17 December/],
      ['{PageUp}', /^17 November/],
      ['{ArrowDown}', /^24 November/],
    ] as const) {
      await userEvent.keyboard(key);
      expect(focusedName()).toMatch(name);
    }
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => window.location.search).toContain('day=2023-11-24');
    await expect.element(page.getByText('Nothing on record for 24 November 2023')).toBeVisible();
    await userEvent.keyboard('{Shift>}{PageDown}{/Shift}');
    await expect.poll(() => window.location.pathname).toBe('/calendar/2024');
  });

  it('opens a day and says what is on it, also from its address', async () => {
    await openYear('2023');
    await day(/^19 December 2023/).click();
    const meeting = page.getByRole('link', { name: '28th meeting', exact: true });
    await expect.element(meeting).toBeVisible();
    expect(await accessibilityFaults('main')).toEqual([]);
    await openYear(`2023${window.location.search}`);
    await expect.element(meeting).toBeVisible();
    expect(meeting.element().getAttribute('href')).toMatch(/^\/meetings\/28(?!\d)/);
  });

  it('places no month or year on a day', async () => {
    await openYear('2021');
    await expect
      .element(page.getByRole('heading', { name: /the month is not on record/ }))
      .toBeVisible();
    expect(day(/^1 January 2021,/).elements()).toEqual([]);
    await openYear('2023');
    await expect
      .poll(() => page.getByText(/the day is not on record/).elements().length)
      .toBeGreaterThan(0);
    expect(day(/^1 December 2023,/).elements()).toEqual([]);
  });

  it('begins the week as the language does', async () => {
    await openYear('2024?lang=ru');
    expect(page.getByRole('columnheader').elements()[0]?.getAttribute('abbr')).toBe('понедельник');
  });
});
