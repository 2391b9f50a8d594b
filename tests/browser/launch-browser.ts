import { chromium, type Browser } from 'playwright-core';

import { findBrowser } from './find-browser.ts';

/** The browser of tests and benchmarks; as root it can only run without its sandbox. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: await findBrowser(), args: [...asRoot, ...args] });
}
