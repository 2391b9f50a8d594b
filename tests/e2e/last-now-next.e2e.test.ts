import { describe, expect } from 'vitest';

import { visitTest } from './app-test.ts';
import { lane } from './timeline-lane.ts';

describe('what happened last, goes on and comes next', () => {
  visitTest(
    'is on a phone’s first screen, in three languages, with what is only due',
    async ({ app }) => {
      const { page, open } = app;
      await page.setViewportSize({ width: 390, height: 844 });
      for (const [address, region, due] of [
        ['/?asOf=2026-06-01', 'Last, now and next', '31st meeting: due in 2026, says the 30th'],
        [
          '/?asOf=2026-06-01&lang=zh',
          '最近、当前与下一步',
          '第31次会晤：第30次会晤宣布将于2026年举行',
        ],
        [
          '/calendar?asOf=2026-06-01&lang=ru',
          'Последнее, текущее и ближайшее',
          '31-я встреча: намечена на 2026 год',
        ],
      ] as const) {
        await open(address);
        const strip = page.getByRole('region', { name: region });
        const line = strip.getByRole('link', { name: due });
        await line.waitFor();
        const box = await line.boundingBox();
        expect((box?.y ?? Infinity) + (box?.height ?? 0), address).toBeLessThanOrEqual(844);
        expect(await strip.innerText()).toContain('2027');
      }
      await open('/calendar?form=agenda&asOf=2026-06-01');
      const agenda = page.getByRole('region', { name: 'dated items, month by month' });
      expect(await agenda.getByRole('heading', { level: 3 }).first().innerText()).toBe('2026');
      await page
        .getByRole('region', { name: 'Last, now and next' })
        .getByRole('link', { name: '31st meeting: due' })
        .click();
      await page.waitForURL(/\/meetings\/30\?asOf=2026-06-01#entry-/);
    },
  );

  visitTest(
    'stands in the timeline too: what is only due, until it is on record',
    async ({ app }) => {
      const { page, open } = app;
      await open('/calendar?asOf=2026-06-01');
      const meetings = lane(page, 'Meetings');
      const inFocus = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      const due = meetings.getByRole('link', { name: '31st meeting: due in 2026, says the 30th' });
      await due.focus();
      await page.keyboard.press('ArrowLeft');
      expect(await inFocus()).toMatch(/^Meeting 30, /);
      await page.keyboard.press('ArrowRight');
      expect(await inFocus()).toMatch(/^Meeting 31, 31st meeting: due/);
      await page
        .getByRole('list', { name: 'What the shapes mean' })
        .getByText('Due, not on record yet')
        .waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/meetings\/30\?asOf=2026-06-01#entry-/);
      // The 30th was due in 2025, as of a day after the 29th, and is on record.
      await open('/calendar?asOf=2025-06-01');
      await meetings.getByRole('link', { name: /^Meeting 30, / }).waitFor();
      expect(await meetings.getByRole('link', { name: /: due in/ }).count()).toBe(0);
    },
  );
});
