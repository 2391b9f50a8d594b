/** Readers whose system sets its own colours in place of a page's. */
import { expect } from 'vitest';

import { visitTest } from './app-test.ts';

visitTest('have the colours that say something, and the numbers on them', async ({ app }) => {
  const { page, open } = app;
  const marksOn = {
    '/fields?chart=heat': page.getByRole('grid').locator('td', { has: page.getByRole('link') }),
    '/meetings': page.getByRole('link', { name: /^30th regular meeting/ }),
    '/fields?pin=field%3Denergy': page
      .getByRole('table', { name: 'Filter states side by side' })
      .locator('td [aria-hidden] > span'),
  };
  for (const [address, marks] of Object.entries(marksOn)) {
    await open(address);
    await marks.first().waitFor({ state: 'attached' });
    for (const colorScheme of ['light', 'dark'] as const) {
      const coloursUnder = async (forcedColors: 'active' | 'none') => {
        await page.emulateMedia({ forcedColors, colorScheme });
        return marks.evaluateAll((all) =>
          all.map((mark) => {
            const { color } = getComputedStyle(mark.querySelector('a') ?? mark);
            const { backgroundColor } = getComputedStyle(mark);
            return mark.textContent === '' ? backgroundColor : `${color} on ${backgroundColor}`;
          }),
        );
      };
      expect(await coloursUnder('active'), address).toEqual(await coloursUnder('none'));
    }
  }
});
