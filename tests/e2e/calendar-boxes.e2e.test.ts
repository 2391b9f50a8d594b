import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { visitTest, sidewaysOverflow, type AppPage } from './app-test.ts';

const ZOOMS = [
  '',
  'zoom=all',
  'zoom=2016-01/2025-12',
  'zoom=2023-01/2023-12',
  'zoom=2023-09/2023-12',
];
const LANGUAGES = ['en', 'zh', 'ru'];
const WIDTHS = [1440, 1024, 390];

/** What is wrong with the drawing as it stands: texts that overlap, are cut or are too small. */
function drawingFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const svg = document.querySelector('svg:has([data-lane])');
    if (svg === null) return ['There is no drawing'];
    const frame = svg.getBoundingClientRect();
    const boxOf = (element: Element) => ({
      name: element.textContent || element.getAttribute('aria-label') || element.tagName,
      box: element.getBoundingClientRect(),
    });
    const labels = [...svg.querySelectorAll('[data-label]')].map(boxOf);
    const marks = ['meetings', 'events', 'sessions'].flatMap((lane) =>
      [...svg.querySelectorAll(`[data-lane="${lane}"] [data-mark]`)].map((mark) =>
        boxOf(mark.querySelector('g > *') ?? mark),
      ),
    );
    const faults: string[] = [];
    const all = [...labels, ...marks];
    for (const [index, a] of all.entries()) {
      if (a.box.left < frame.left - 1.5 || a.box.right > frame.right + 1.5) {
        faults.push(`${a.name} is cut: ${a.box.left}–${a.box.right} of ${frame.right}`);
      }
      for (const b of all.slice(index + 1)) {
        const isWide = a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1;
        // A line of text is higher than its letters; what overlaps by less cannot be seen.
        const isHigh = a.box.top < b.box.bottom - 3 && b.box.top < a.box.bottom - 3;
        if (isWide && isHigh) faults.push(`${a.name} overlaps ${b.name}`);
      }
    }
    for (const text of svg.querySelectorAll('text')) {
      const size = Number.parseFloat(getComputedStyle(text).fontSize);
      if (size < 11) faults.push(`${text.textContent} is ${size} px high`);
    }
    return faults;
  });
}

async function faultsEverywhere(
  { page, open, follow }: AppPage,
  address: (query: string) => string,
  prepare: () => Promise<void> = async () => {},
): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const [index, query] of ZOOMS.entries()) {
      await (index === 0 ? open : follow)(address(query));
      await prepare();
      await page.locator('svg [data-lane]').first().waitFor();
      const found = await drawingFaults(page);
      const overflow = await sidewaysOverflow(page);
      if (overflow > 0) found.push(`the page is ${overflow} px too wide`);
      faults.push(...found.map((fault) => `${width} ${query}: ${fault}`));
    }
  }
  return faults;
}

describe('labels and marks, measured in the browser', () => {
  for (const language of LANGUAGES) {
    visitTest(
      `never overlap, are never cut and never too small in ${language}, at any zoom and width`,
      async ({ app }) => {
        const address = (query: string) =>
          `/calendar?lang=${language}&sessions=show&asOf=2023-12-19&${query}`;
        expect(await faultsEverywhere(app, address)).toEqual([]);
      },
      120_000,
    );
  }

  visitTest(
    'keep apart at twice the text size',
    async ({ app }) => {
      const { page } = app;
      const address = (query: string) => `/calendar?sessions=show&${query}`;
      const enlarge = async () => {
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        await page.waitForFunction(() =>
          [...document.querySelectorAll('svg [data-label]')].every(
            (text) => Number.parseFloat(getComputedStyle(text).fontSize) >= 22,
          ),
        );
      };
      expect(await faultsEverywhere(app, address, enlarge)).toEqual([]);
    },
    120_000,
  );

  visitTest('show the whole record at 1440 pixels without scrolling sideways', async ({ app }) => {
    const { page, open } = app;
    await open('/calendar');
    const meetings = page.getByRole('toolbar', { name: 'Meetings' });
    // Beside the one that is due, which is not on record.
    const due = meetings.getByRole('link', { name: / due in / });
    expect((await meetings.getByRole('link').count()) - (await due.count())).toBe(30);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  });

  visitTest('stay on the overview as they are in the calendar', async ({ app }) => {
    const { page, open } = app;
    for (const language of LANGUAGES) {
      await open(`/?lang=${language}&field=culture&asOf=2023-12-19`);
      await page.locator('svg [data-lane="bands"]').waitFor();
      expect(await drawingFaults(page)).toEqual([]);
    }
  });
});
