import type { Page } from 'playwright-core';

/** What a page says where a program has said it. */
const NO_WORDS = /undefined|\bNaN\b|\[object |Invalid Date|Invalid time/;
/** Told in the console by the browser or by React, beside the words on screen. */
const EXPECTED =
  /ApiError|Failed to load resource|ERR_INTERNET_DISCONNECTED|Unable to preload|dynamically imported/;
/** A busy machine is slow, not wrong. */
const LATEST_MS = 60_000;

/** What is wrong with the page as it stands: white, without a way on, or with words that nobody wrote. */
async function wrongWith(page: Page): Promise<string[]> {
  const heading = page.locator('h1').first();
  await heading.waitFor({ state: 'attached', timeout: LATEST_MS }).catch(() => undefined);
  const all = await page.locator('body').innerText();
  // Technical details are what a validator said of the answer, to the letter.
  const details = await page.locator('code').allInnerTexts();
  const words = details.reduce((rest, detail) => rest.replace(detail, ''), all);
  const nonsense = NO_WORDS.exec(words);
  return [
    ...((await page.locator('h1').count()) === 1 ? [] : ['has no heading']),
    ...(words.trim().length > 40 ? [] : ['is white']),
    ...(nonsense === null
      ? []
      : [`says "${words.slice(Math.max(0, nonsense.index - 40), nonsense.index + 40)}"`]),
    ...((await page.locator('a[href], button').count()) > 0 ? [] : ['leads nowhere']),
  ];
}

/** Gathers what goes wrong with a page that is used by chance, each with what was being done. */
export async function watch(page: Page) {
  const complaints: string[] = [];
  let doing = '';
  page.on('pageerror', (error) => complaints.push(`${doing}: throws ${error.stack ?? ''}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !EXPECTED.test(text)) complaints.push(`${doing}: ${text}`);
  });
  // React tells what it could recover from by an error of its own, with what was thrown as its cause.
  await page.addInitScript(() =>
    window.addEventListener('error', ({ error }: { error: unknown }) => {
      if (error instanceof Error && error.cause instanceof Error)
        console.error(`caused by ${error.cause.stack}`);
    }),
  );
  return {
    complaints,
    at: (what: string) => (doing = what),
    look: async () => {
      complaints.push(...(await wrongWith(page)).map((wrong) => `${doing}: ${wrong}`));
    },
  };
}
