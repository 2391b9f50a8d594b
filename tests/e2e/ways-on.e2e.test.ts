import { describe, expect } from 'vitest';

import { visitTest } from './app-test.ts';

describe('the way on from what is on screen', () => {
  visitTest('leads from each thing in focus on the overview to its own page', async ({ app }) => {
    const { page, open } = app;
    const pages: [address: string, link: string, heading: string][] = [
      ['/?field=energy', 'Energy', 'Energy'],
      ['/?meeting=28', '28th meeting', '28th regular meeting'],
      [
        '/?exchangeYear=culture-2024-2025',
        'China-Russia Years of Culture',
        'China-Russia Years of Culture',
      ],
    ];
    for (const [address, link, heading] of pages) {
      await open(address);
      const focus = page.getByText('In focus').locator('..');
      await focus.getByRole('link', { name: link, exact: true }).click();
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    }
  });

  visitTest('leads from a meeting to the fields that only one side raised', async ({ app }) => {
    const { page, open } = app;
    await open('/meetings/29');
    await page.getByRole('link', { name: 'Fields that only one side raised' }).click();
    const panel = page.getByRole('region', {
      name: '29th meeting: which fields China and Russia raised',
    });
    await panel.getByRole('heading', { name: 'Only Russia: 2 fields' }).waitFor();
    await expect
      .poll(async () => {
        const { top } = await panel.evaluate((one) => one.getBoundingClientRect().toJSON());
        return top >= 0 && top < 200;
      })
      .toBe(true);
  });
});
