import { describe, expect } from 'vitest';

import { addressOf } from './address-of.ts';
import { visitTest } from './app-test.ts';

describe('choosing a filter', () => {
  visitTest(
    'does not write back what the address names and the record does not know',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?party=nonsense&party=china');
      const filters = page.getByRole('search', { name: 'Filters' });
      await filters.getByRole('checkbox', { name: /^Russia/ }).click();
      await expect.poll(() => addressOf(page).search).toBe('?party=china&party=russia');
      await page
        .getByRole('complementary')
        .filter({ hasText: 'nonsense' })
        .waitFor({ state: 'detached' });
    },
  );
});
