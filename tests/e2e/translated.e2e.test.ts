import { describe, expect } from 'vitest';

import { settled } from '#tests/browser/settled.ts';
import { appTest, newAppPage, type AppPage, visitTest } from './app-test.ts';
import { markWords, meddle, translate, wordsOf } from '#tests/fuzz/translator.ts';

const to =
  (address: string) =>
  async ({ follow }: AppPage) =>
    follow(address);

/** Where a reader goes, so that nearly every kind of text on screen changes, comes and goes. */
const STEPS: readonly ((app: AppPage) => Promise<void>)[] = [
  to('/?meeting=27'),
  to('/meetings/28'),
  to('/meetings/27'),
  to('/meetings/27?asof=2022-11-30'),
  to('/?meeting=20'),
  to('/?meeting=20&focus=energy'),
  to('/fields?kind=agreement'),
  to('/fields?kind=agreement&kind=communique&party=china'),
  to('/calendar/2023'),
  to('/sources?q=communique'),
  to('/sources/seed-28'),
  to('/people'),
  async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('energy');
    await page.getByRole('dialog').getByRole('option').nth(1).waitFor();
    await page.keyboard.press('Escape');
    await settled(page);
  },
  to('/people?lang=ru'),
];

/** What is untrue stays so; what is only later on one page than on the other comes. */
async function saysTheSame(app: AppPage, untouched: AppPage, step: number): Promise<void> {
  const difference = async () => {
    const [here, there] = await Promise.all([wordsOf(app.page), wordsOf(untouched.page)]);
    const other = Array.from(here).findIndex((sign, index) => sign !== there[index]);
    // Where one ends and the other goes on, it is what follows that differs.
    const at = other === -1 ? here.length : other;
    const around = (words: string) => words.slice(Math.max(0, at - 30), at + 60);
    return here === there ? '' : `${around(here)} where it should be ${around(there)}`;
  };
  await expect.poll(difference, { message: `step ${step}` }).toBe('');
}

describe('a page that something else works on', () => {
  visitTest(
    'says the same in a translation as without, from its opening words on, wherever the reader goes',
    async ({ app: untouched }) => {
      const app = await newAppPage({ context: untouched.page.context() });
      await untouched.open('/');
      // A browser that translates every page of a site does not wait for the page's first facts.
      await app.page.goto(app.url, { waitUntil: 'domcontentloaded' });
      await translate(app.page);
      await settled(app.page);
      for (const [at, step] of STEPS.entries()) {
        await step(app);
        await step(untouched);
        await saysTheSame(app, untouched, at);
        expect((await wordsOf(app.page)).length).toBeGreaterThan(500);
      }
      await app.page.close();
      expect(app.complaints).toEqual([]);
    },
  );

  for (const joins of [false, true])
    visitTest(
      `says the same where its texts are ${joins ? 'joined' : 'cut in two'}, wherever the reader goes`,
      async ({ app: untouched }) => {
        const app = await newAppPage({ context: untouched.page.context() });
        for (const { open } of [app, untouched]) await open('/');
        await markWords(app.page, { joins });
        for (const [at, step] of STEPS.entries()) {
          await step(app);
          await step(untouched);
          await saysTheSame(app, untouched, at);
        }
        await app.page.close();
        expect(app.complaints).toEqual([]);
      },
    );

  appTest('goes on with what extensions put in and took away', async ({ app }) => {
    await app.open('/');
    for (const step of STEPS) {
      await meddle(app.page);
      await step(app);
    }
    // Each page comes as it is: the next one shows nothing of what was done to the one before.
    await app.follow('/meetings/28');
    expect(await app.page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^28/);
    expect(await app.page.locator('main').innerText()).toContain('19 December 2023');
  });
});
