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

const openStrips = async (address: string) => {
  await mount(`/calendar/${address}`, <Year />, { pattern: '/calendar/:year' });
  await expect.element(page.getByRole('region', { name: 'December' })).toBeVisible();
};
const openYear = async (year: string, parameters = '') => {
  await mount(`/calendar/${year}?months=grids${parameters}`, <Year />, {
    pattern: '/calendar/:year',
  });
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

describe('a year of the calendar in grids', () => {
  it('is a grid for the keyboard: days, weeks, months and years', async () => {
    await openYear('2023', '&asOf=2023-12-19');
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
    expect(window.location.search).toContain('months=grids');
  });

  it('opens a day and says what is on it, also from its address', async () => {
    await openYear('2023');
    await day(/^19 December 2023/).click();
    const meeting = page.getByRole('link', { name: '28th meeting', exact: true });
    await expect.element(meeting).toBeVisible();
    expect(await accessibilityFaults('main')).toEqual([]);
    await openYear('2023', '&day=2023-12-19');
    await expect.element(meeting).toBeVisible();
    expect(window.location.search).toContain('day=2023-12-19');
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
    await openYear('2024', '&lang=ru');
    expect(page.getByRole('columnheader').elements()[0]?.getAttribute('abbr')).toBe('понедельник');
  });
});

describe('a year of the calendar in strips', () => {
  const month = (name: string) => page.getByRole('region', { name });
  const mark = (name: RegExp) => page.getByRole('link', { name });

  it('tells each thing once, beside its month, with where it is written', async () => {
    await openStrips('2024?asOf=2024-07-10');
    const may = month('May');
    await expect.element(may.getByText('16 May 2024')).toBeVisible();
    await expect
      .element(may.getByRole('link', { name: /^Xi and Putin open the culture years/ }))
      .toBeVisible();
    await expect
      .element(may.getByRole('button', { name: /Ministry of Foreign Affairs of China/ }))
      .toBeVisible();
    const items = [...document.querySelectorAll('[id^="item-"]')].map(({ id }) => id);
    expect(items).toHaveLength(9);
    expect(new Set(items).size).toBe(9);
    expect(document.querySelectorAll('[role="grid"]')).toHaveLength(0);
    await expect.element(month('July').getByText('As of 10 July 2024')).toBeVisible();
    await expect
      .element(month('June').getByText('Nothing on record for June 2024'))
      .toBeInTheDocument();
    expect(await accessibilityFaults('main')).toEqual([]);
  });

  it('has its marks on the way of the Tab key, and opens the day of one', async () => {
    await openStrips('2023');
    await tabTo(/^19 December 2023, 28th meeting/);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => window.location.search).toContain('day=2023-12-19');
    await expect.poll(() => document.activeElement?.getAttribute('aria-current')).toBe('true');
    // Only what is on the day can be taken along as a file.
    await expect
      .poll(() => page.getByRole('button', { name: /^Add to a calendar/ }).elements().length)
      .toBe(2);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => window.location.search).not.toContain('day=');
    await openStrips('2023?day=2023-11-24');
    await expect
      .element(month('November').getByText('Nothing on record for 24 November 2023'))
      .toBeVisible();
  });

  it('marks no day for what is known to the month or the year only', async () => {
    await openStrips('2021');
    await expect
      .element(page.getByRole('heading', { name: /the month is not on record/ }))
      .toBeVisible();
    expect(mark(/^1 January 2021,/).elements()).toEqual([]);
    await openStrips('2023');
    const december = month('December');
    await expect
      .element(december.getByText('Some day this month; the day is not on record'))
      .toBeVisible();
    await expect.element(december.getByText('December 2023 (day not on record)')).toBeVisible();
    expect(mark(/^1 December 2023,/).elements()).toEqual([]);
  });

  it.each([1280, 390, 320])(
    'keeps its marks apart and high enough to be hit at %i',
    async (width) => {
      await page.viewport(width, 900);
      await openStrips('2024');
      const boxes = mark(/^\d+ \w+ 2024, /)
        .elements()
        .map((one) => one.getBoundingClientRect());
      expect(boxes.length).toBeGreaterThan(7);
      for (const [at, box] of boxes.entries()) {
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
        const overlapping = boxes
          .slice(at + 1)
          .filter(
            (other) =>
              box.left < other.right - 0.5 &&
              other.left < box.right - 0.5 &&
              box.top < other.bottom - 0.5 &&
              other.top < box.bottom - 0.5,
          );
        expect(overlapping).toEqual([]);
      }
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );
});

describe('an exchange year through its months', () => {
  it('has each part as a mark that leads to where it is told', async () => {
    await mount('/exchange-years/culture-2024-2025?asOf=2024-07-10', <ExchangeYearPage />, {
      pattern: '/exchange-years/:id',
    });
    const drawing = page.getByRole('region', { name: 'Through its months' });
    const opening = drawing.getByRole('link', { name: /^Opening, 16 May 2024, Xi and Putin open/ });
    await expect.element(opening).toBeVisible();
    expect(opening.element().getAttribute('href')).toMatch(/#event-2024-05-16$/);
    // One known to the day and one to the month, in December.
    await expect.element(drawing.getByRole('link', { name: /^2 items/ })).toBeVisible();
    await expect.element(drawing.getByText('As of 10 July 2024')).toBeVisible();
    expect(await accessibilityFaults('main')).toEqual([]);
  });
});
