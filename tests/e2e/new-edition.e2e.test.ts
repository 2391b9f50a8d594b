import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { openPglite } from '#server/database/pglite-engine.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import { startOn } from '#tests/server/backend.ts';
import { newAppPage } from './app-test.ts';

const list = (page: Page) => page.locator('#entries');

async function shown(page: Page): Promise<number> {
  const words = await list(page).getByRole('status').filter({ hasText: 'shown' }).innerText();
  return Number(/[\d,]+/.exec(words)?.[0].replaceAll(',', ''));
}

async function scrollTo(page: Page, count: number) {
  await expect
    .poll(async () => {
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      return shown(page);
    })
    .toBeGreaterThan(count);
}

test('a tab that was open while the backend got new data goes on with them, where it was', async () => {
  const sourced = await readRecord();
  const engine = await openPglite();
  await loadEdition(engine, toSyntheticRecord(sourced, 3000));
  const backend = await startOn(engine, { APP_FOLDER: 'dist' });
  const { page, open, complaints } = await newAppPage({ url: backend.origin });
  await open('/fields');
  const title = list(page).getByRole('heading', { level: 2 });
  const before = await title.innerText();
  await scrollTo(page, 600);
  const address = page.url();
  await loadEdition(engine, toSyntheticRecord(sourced, 3300));
  const notice = page.getByRole('status').filter({ hasText: 'The backend has new data' });
  // The next rows may have been on their way before: the reader goes on until some are asked of the new edition.
  const goOn = async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    return notice.count();
  };
  await expect.poll(goOn).toBe(1);
  expect(await notice.innerText()).toMatch(/version \S+-synthetic-3300/);
  await expect.poll(() => title.innerText()).not.toBe(before);
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(2000);
  expect(page.url()).toBe(address);
  expect(await page.getByRole('alert').count()).toBe(0);
  await scrollTo(page, 1500);
  expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
  await page.context().close();
  await backend.stop();
  await engine.close();
});
