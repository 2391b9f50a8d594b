import { describe, expect } from 'vitest';

import { goWithin, settled } from '#tests/browser/settled.ts';
import { accessibilityFaults, appTest, visitTest } from './app-test.ts';

describe('the check of the contract on the page about Communiqué', () => {
  appTest('finds no fault in the mock, and can be taken along', async ({ app }) => {
    const { page, open, url } = app;
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('/about');
    await page.getByText(/^Yes: it answered in [\d,]+ ms\.$/).waitFor();
    const suite = () => scripts.filter((script) => script.includes('short-check'));
    expect(suite()).toEqual([]);
    await page.getByRole('button', { name: 'Check now' }).click();
    const outcome = page.getByRole('status').filter({ hasText: 'No fault was found' });
    await outcome.waitFor();
    expect(suite()).toHaveLength(1);
    expect(await outcome.innerText()).toMatch(/: \d\d passed, 0 left out; [1-6]\d requests in /);
    await page.locator('summary', { hasText: 'Passed: ' }).click();
    const passed = page.getByRole('table', { name: 'Passed' });
    await passed.getByRole('row', { name: 'Each filter keeps what it names' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Copy the result' }).click();
    await page.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`${url}/api/v1`);
    expect(copied.match(/^Passed: /gm)).toHaveLength(await passed.getByRole('row').count());
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the result' }).click();
    expect((await saved).suggestedFilename()).toBe('contract-check.json');
  });

  appTest('shows how far it is, stops when told to, and says what is broken', async ({ app }) => {
    const { page, open, follow } = app;
    await open('/about?demo=slow');
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByRole('progressbar', { name: /^\d+ of \d+ checks$/ }).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('status').filter({ hasText: 'left out' }).waitFor();
    await page.locator('summary', { hasText: 'Left out: ' }).click();
    await page.getByText('The check was stopped before.').first().waitFor();
    // As a link does it: another backend comes in its place, and a check of the one before would be lost with the page.
    await follow('/about');
    await page.getByRole('button', { name: 'Check now' }).waitFor();
    await goWithin(page, '/about?demo=slow');
    const check = page.getByRole('button', { name: 'Check now' });
    await expect.poll(() => check.isDisabled()).toBe(true);
    await check.and(page.locator(':enabled')).click();
    await page.getByRole('progressbar', { name: /^\d+ of \d+ checks$/ }).waitFor();
    await settled(page);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('The check was stopped before.').first().waitFor({ state: 'attached' });
    await open('/about?demo=malformed');
    await page.getByRole('button', { name: 'Check now' }).click();
    const failed = page.getByRole('table', { name: 'Failed' });
    await failed.getByText('is not as the contract describes it').first().waitFor();
    await failed.getByText('GET /entries?limit=500').waitFor();
  });
});

describe('what the page about Communiqué says of the work of others', () => {
  visitTest(
    'leads to their licences in full, of everything in the bill of materials',
    async ({ app }) => {
      const { page, open, url } = app;
      await open('/about');
      const link = page.getByRole('link', { name: 'Licences of the software and type of others' });
      const address = new URL((await link.getAttribute('href')) ?? '', url);
      const notices = await (await fetch(address)).text();
      const bill = (await (await fetch(new URL('bom.json', address))).json()) as {
        bomFormat: string;
        components: { name: string; version: string; licenses: unknown[] }[];
      };
      expect(bill.bomFormat).toBe('CycloneDX');
      const names = bill.components.map(({ name }) => name);
      for (const name of ['react', 'recharts', 'msw', 'vite', '@fontsource/source-serif-4'])
        expect(names).toContain(name);
      for (const { name, version, licenses } of bill.components) {
        const [, text = ''] = notices.split(`\n${name} ${version}\n`);
        expect(text.split('-'.repeat(80))[0]?.length, name).toBeGreaterThan(400);
        expect(licenses, name).not.toEqual([]);
      }
    },
  );
});
