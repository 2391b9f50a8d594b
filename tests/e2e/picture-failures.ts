/** Keeps what was on screen when a test failed: a picture of each open page, and a page of text beside it. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { afterEach, inject } from 'vitest';

import { openPages } from './app-test.ts';

const LONGEST_NAME = 80;

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const test = task.name.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, LONGEST_NAME);
  const folder = path.join(inject('picturesFolder'), path.basename(task.file.name, '.e2e.test.ts'));
  await mkdir(folder, { recursive: true });
  for (const [index, page] of (await openPages()).entries()) {
    const file = path.join(
      folder,
      `${test}-try-${(task.result.retryCount ?? 0) + 1}-page-${index + 1}`,
    );
    // A page that is stuck has no picture to give; the test's own failure is what counts.
    await page.screenshot({ path: `${file}.png` }).catch(() => undefined);
    const words = await page.locator('body').ariaSnapshot().catch(String);
    await writeFile(`${file}.txt`, `${page.url()}\n\n${words}\n`);
  }
  console.info(`pictures: what failed is in ${folder}`);
});
