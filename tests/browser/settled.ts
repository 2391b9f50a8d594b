import type { Page } from 'playwright-core';

/**
 * Waits until the view of the address has its heading and says of nothing any more that it is on its way, for three moments
 * with nothing to do; false where something still was after a minute.
 */
export async function settled(page: Page): Promise<boolean> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  return page.evaluate(async () => {
    // The page before stands until the next one is drawn, which takes long enough on a busy machine to be taken for rest.
    const isOfAnotherAddress = () => {
      const foot = document.querySelector('main + footer')?.textContent;
      return foot !== undefined && !foot.includes(location.href);
    };
    const isOnItsWay = () =>
      document.querySelector('main:not([aria-busy="true"])') === null ||
      document.querySelector('[aria-busy="true"], [data-skeleton]') !== null ||
      isOfAnotherAddress();
    const end = performance.now() + 60_000;
    let quiet = 0;
    while (quiet < 3 && performance.now() < end) {
      // A browser whose window was given another size twice in a row has no idle time any more, though it has nothing to do.
      await Promise.race([
        new Promise((resolve) => {
          requestIdleCallback(resolve, { timeout: 1000 });
        }),
        scheduler.postTask(() => undefined, { priority: 'background', delay: 100 }),
      ]);
      quiet = isOnItsWay() ? 0 : quiet + 1;
    }
    return quiet === 3;
  });
}

/** Goes to an address of the app as a link inside it does, without loading the app anew, and waits for nothing. */
export async function goWithin(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

/** The same, and waits for the view. */
export async function follow(page: Page, address: string): Promise<void> {
  await goWithin(page, address);
  await settled(page);
}
