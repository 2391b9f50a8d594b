import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the demonstration cannot do without: its data, and the part of the engine that comes late. */
const DEMONSTRATION = [/\/assets\/record-[\w-]+\.json$/, /\/assets\/late-store-[\w-]+\.js$/];

/** The addresses of all that the browser keeps for the app's host; none before a worker has the page. */
export function keptAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    if (navigator.serviceWorker.controller === null) return [];
    const stores = await caches.keys();
    const keys = await Promise.all(stores.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => url);
  });
}

/** Waits until the worker has the page, and all of what is named is kept: by default, the demonstration. */
export async function untilKept(page: Page, parts: readonly RegExp[] = DEMONSTRATION) {
  await expect
    .poll(async () => {
      const kept = await keptAddresses(page);
      return parts.filter((part) => !kept.some((address) => part.test(address)));
    })
    .toEqual([]);
}
