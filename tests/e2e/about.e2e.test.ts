import { describe, expect } from 'vitest';

import { accessibilityFaults, appTest } from './app-test.ts';

describe('the check of the contract on the page about Communiqué', () => {
  appTest('finds no fault in the mock, and can be taken along', async ({ app }) => {
    const { page, open, url } = app;
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('/about');
    await page.getByText(/^Yes: it answered in [\d,]+ ms\.$/).waitFor();
    expect(scripts.filter((script) => script.includes('run-check'))).toEqual([]);
    await page.getByRole('button', { name: 'Check now' }).click();
    const outcome = page.getByRole('status').filter({ hasText: 'No fault was found' });
    await outcome.waitFor();
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
    const { page, open } = app;
    await open('/about?demo=slow');
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByRole('progressbar', { name: /^\d+ of \d+ checks$/ }).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('status').filter({ hasText: 'left out' }).waitFor();
    await page.locator('summary', { hasText: 'Left out: ' }).click();
    await page.getByText('The check was stopped before.').first().waitFor();
    await open('/about?demo=malformed');
    await page.getByRole('button', { name: 'Check now' }).click();
    const failed = page.getByRole('table', { name: 'Failed' });
    await failed.getByText('is not as the contract describes it').first().waitFor();
    await failed.getByText('GET /entries?limit=500').waitFor();
  });
});
