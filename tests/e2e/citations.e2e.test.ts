import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { readZip } from '#tests/fixtures/read-zip.ts';
import { visitTest } from './app-test.ts';

/** Opens the first citation on the page in one form, and gives its text. */
async function cited(page: Page, form: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Cite' });
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Cite' }).first().click();
  await dialog.getByRole('radio', { name: form }).check();
  return dialog.locator('output').innerText();
}

describe('citing', () => {
  visitTest('gives a meeting by the address that is on screen', async ({ app }) => {
    await app.open('/meetings/28?asOf=2023-12-19');
    expect(await cited(app.page, 'APA')).toContain(app.page.url());
  });

  visitTest('saves a file for a reference manager', async ({ app }) => {
    await app.open('/sources/seed-28');
    const text = await cited(app.page, 'BibTeX');
    const [download] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.getByRole('button', { name: 'Download', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('seed-28.bib');
    expect((await readFile(await download.path(), 'utf8')).trim()).toBe(text.trim());
  });
});

/** The tags for reference managers that stand in the page's head, by name. */
const tags = async (page: Page) =>
  Object.fromEntries(
    await page
      .locator('head meta[name^="citation_"], head meta[name^="DC"]')
      .evaluateAll((metas) =>
        metas.map((meta) => [meta.getAttribute('name'), meta.getAttribute('content')]),
      ),
  ) as Record<string, string>;
const tag = async (page: Page, name: string) => (await tags(page))[name];

describe('the head for reference managers', () => {
  visitTest('names the document of a source page, and leaves with the page', async ({ app }) => {
    const { page } = app;
    await app.open('/sources/seed-28');
    expect(await tags(page)).toMatchObject({
      citation_title: await page.locator('h1').innerText(),
      citation_publication_date: '2023/12/19',
      citation_language: 'en',
      'DC.date': '2023-12-19',
      'DC.identifier': await page.locator('dd a[href^="http"]').first().getAttribute('href'),
    });
    await page.getByRole('link', { name: 'All sources' }).click();
    await expect.poll(() => tags(page)).toEqual({});
    await page.goBack();
    await expect.poll(() => tag(page, 'citation_title')).toContain('28th regular meeting');
  });

  visitTest('follows from meeting to meeting and to an entry, each tag once', async ({ app }) => {
    const { page } = app;
    await app.open('/meetings/28');
    expect(await tag(page, 'citation_public_url')).toBe(page.url());
    await page.locator('a[rel="next"]').first().click();
    await expect
      .poll(() => tag(page, 'citation_title'))
      .toBe('29th regular meeting, 21 August 2024');
    await app.open('/meetings/28#entry-m28-08');
    await expect.poll(() => tag(page, 'DC.description')).toMatch(/^paragraph 3; .*Jishishan/);
    expect(await tag(page, 'citation_publication_date')).toBe('2023/12/19');
    expect(await page.locator('meta[name="citation_title"]').count()).toBe(1);
  });

  visitTest('names a view by the address that shows it', async ({ app }) => {
    for (const address of [
      '/fields?party=china',
      '/fields/energy',
      '/compare?a=27&b=28',
      '/calendar',
    ]) {
      await app.open(address);
      await expect.poll(() => tag(app.page, 'citation_public_url')).toBe(app.page.url());
      expect((await tags(app.page))['DCTERMS.isPartOf']).toMatch(/Regular Meetings/);
    }
  });
});

describe('taking the record away', () => {
  visitTest('gives one zip with a schema for every table', async ({ app }) => {
    await app.open('/sources');
    const [download] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.getByRole('button', { name: 'Download the whole record' }).click(),
    ]);
    const files = readZip(await readFile(await download.path()));
    const { resources } = JSON.parse(files.get('datapackage.json') ?? '') as {
      resources: { path: string }[];
    };
    expect(resources.map(({ path }) => files.has(path))).not.toContain(false);
    expect(resources.length).toBeGreaterThan(10);
  });

  visitTest(
    'says in the page what a meeting is, in data that no policy refuses',
    async ({ app }) => {
      await app.open('/meetings/28');
      const data = app.page.locator('script[type="application/ld+json"]');
      expect(JSON.parse((await data.textContent()) ?? '')).toMatchObject({
        '@type': 'Event',
        startDate: '2023-12-19',
      });
    },
  );
});
