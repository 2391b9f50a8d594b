import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { accessibilityFaults, appTest, newAppPage, visitTest } from './app-test.ts';
import { ROUTES, withParameter } from './routes.ts';

/** What the reader would copy by pressing the keys for it now. */
const selectedText = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement)) return null;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });

/** The ways in which a browser does not copy: on plain http there is no clipboard, elsewhere it may be refused. */
const REFUSALS = {
  'has no clipboard, as on plain http': () =>
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }),
  'refuses the clipboard': () => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  },
};

describe('where the browser', () => {
  for (const [what, refuse] of Object.entries(REFUSALS)) {
    appTest(`${what}, what was to be copied is offered, selected`, async ({ app }) => {
      const { page, open } = app;
      await page.addInitScript(refuse);
      await open('/fields?party=china');
      const offered = page.getByRole('dialog', { name: 'The browser refused to copy' });
      const close = async () => {
        await page.keyboard.press('Escape');
        await offered.waitFor({ state: 'detached' });
      };
      const link = page.getByRole('button', { name: 'Copy link' });
      await link.click();
      await expect.poll(() => selectedText(page)).toBe(page.url());
      expect(await accessibilityFaults(page, { within: 'dialog[open]' })).toEqual([]);
      await close();
      expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
      // In a dialogue, which stays open.
      await page.getByRole('button', { name: /^Cite/ }).first().click();
      const cite = page.getByRole('dialog', { name: 'Cite' });
      const words = await cite.getByRole('status').innerText();
      await cite.getByRole('button', { name: 'Copy' }).click();
      await expect.poll(() => selectedText(page)).toBe(words);
      await close();
      await cite.waitFor();
      await page.keyboard.press('Escape');
      // By key, in a row.
      const row = page.locator('#entries tbody tr[data-index]').first();
      await row.press('c');
      await expect.poll(() => selectedText(page)).toMatch(/https?:/);
      await close();
      expect(await row.evaluate((one) => one === document.activeElement)).toBe(true);
    });
  }
});

/** The pages that show nothing of the data. */
const WITHOUT_DATA: ReadonlySet<string> = new Set(['/about', '/no-such-page']);

/** What a page says, and of which day and in which language. */
const viewOf = async (page: Page) =>
  [
    await page.locator('html').getAttribute('lang'),
    await page.title(),
    await page.locator('input[type="date"]').first().inputValue(),
    await page.locator('main').innerText(),
  ].join('\n');

describe('a fixed link', () => {
  visitTest('opens every page that shows data for somebody else as it was', async ({ app }) => {
    const { page, open, follow } = app;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('/about');
    const other = await newAppPage();
    for (const route of ROUTES.filter((one) => !WITHOUT_DATA.has(one))) {
      const address = withParameter(route, 'asOf=2024-06-01');
      await follow(`${address}&lang=en`);
      const footer = await page.locator('footer').innerText();
      const version = /Data version (\S+) of/.exec(footer)?.[1] ?? '';
      await page.getByRole('button', { name: 'Fixed link' }).click();
      const menu = page.getByRole('group', { name: 'Fixed link' });
      await menu.getByLabel('Opens in').selectOption('中文');
      await menu.getByRole('button', { name: 'Copy fixed link' }).click();
      await menu.getByRole('button', { name: 'Copied' }).waitFor();
      const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
      const fixed = Object.fromEntries(link.searchParams);
      expect(fixed).toMatchObject({ lang: 'zh', asOf: '2024-06-01', data: version });
      await page.keyboard.press('Escape');
      await follow(`${address}&lang=zh`);
      await other.open(link.href.slice(other.url.length));
      // The rest of a long list comes by itself, later in one than in the other.
      const views = async () => new Set([await viewOf(page), await viewOf(other.page)]);
      await expect.poll(async () => (await views()).size, { message: route }).toBe(1);
      expect(await other.page.getByText('链接基于数据版本').count()).toBe(0);
    }
    expect(other.complaints).toEqual([]);
    await other.page.context().close();
  });

  visitTest(
    'shows the same view on the same data, in the language chosen for it',
    async ({ app }) => {
      const { page, open } = app;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await open('/fields?field=energy&chart=time#entries');
      const plain = page.url();
      await page.getByRole('button', { name: 'Copy link' }).click();
      await expect.poll(copied).toBe(plain);
      await page.getByRole('button', { name: 'Fixed link' }).click();
      const menu = page.getByRole('group', { name: 'Fixed link' });
      const today = await page.getByLabel('As of').inputValue();
      const footer = await page.locator('footer').innerText();
      const version = /Data version (\S+) of/.exec(footer)?.[1] ?? '';
      expect(await menu.innerText()).toContain(`no longer version ${version}`);
      await menu.getByLabel('Opens in').selectOption('中文');
      expect(await accessibilityFaults(page, { within: '[popover]:popover-open' })).toEqual([]);
      await menu.getByRole('button', { name: 'Copy fixed link' }).click();
      await menu.getByRole('button', { name: 'Copied' }).waitFor();
      const fixed = new URL(await copied());
      expect(Object.fromEntries(fixed.searchParams)).toEqual({
        field: 'energy',
        chart: 'time',
        lang: 'zh',
        asOf: today,
        data: version,
      });
      expect(fixed.hash).toBe('#entries');
      // Nothing of it has happened to the view that was looked at.
      expect(page.url()).toBe(plain);
      await page.goto(fixed.href);
      await page.getByText('所有内容均截至').waitFor();
      expect(await page.getByText('链接基于数据版本').count()).toBe(0);
    },
  );

  visitTest('says that the data have changed since, until that line is hidden', async ({ app }) => {
    const { page, open } = app;
    await open('/meetings/28?asOf=2026-11-01&data=1.0%20(June)');
    const line = page.getByText('Link made on data 1.0 (June), shown on');
    await line.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hide' }).click();
    await line.waitFor({ state: 'detached' });
    expect(page.url()).toMatch(/\/meetings\/28\?asOf=2026-11-01$/);
    for (const hostile of ['9'.repeat(101), 'a\u202Eb', 'a\nb', '\u0000']) {
      await open(`/meetings/28?data=${encodeURIComponent(hostile)}`);
      await page.getByText(/^data “.*”: not known here/s).waitFor();
      expect(await line.count()).toBe(0);
    }
    await open('/meetings/28?data=%3Cimg%20src=x%20onerror=alert(1)%3E');
    await page.getByText('made on data <img src=x onerror=alert(1)>,').waitFor();
  });
});
