import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { appTest, visitTest } from './app-test.ts';

/** What typing 能源 by pinyin passes through, each longer in the field than the app waits for a pause. */
const HALF_WORDS = ['n', 'neng', 'neng yuan'];
const A_PAUSE_MS = 1000;

const FILTERS = [
  ['/fields', 'Text'],
  ['/sources', 'Title or publisher'],
  ['/calendar?form=agenda', 'Words'],
] as const;

/** An input method, as the browser's own protocol plays one. */
async function newInputMethod(page: Page) {
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  return {
    compose,
    composeSlowly: async (words: readonly string[] = HALF_WORDS) => {
      for (const word of words) {
        await compose(word);
        await page.clock.runFor(A_PAUSE_MS);
      }
    },
    take: (word: string) => session.send('Input.insertText', { text: word }),
    drop: () => compose(''),
    /** A key that the input method has taken for itself. */
    press: async (key: string) => {
      const told = { key, code: key, windowsVirtualKeyCode: 229 };
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...told });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...told });
    },
  };
}

/** The addresses that the page goes through from now on. */
function watchAddresses(page: Page): string[] {
  const passed: string[] = [];
  page.on('framenavigated', (frame) => passed.push(new URL(frame.url()).search));
  return passed;
}

const stepsOf = (page: Page) => page.evaluate(() => history.length);

describe('a word that an input method is composing', () => {
  appTest('goes on in the search when that comes in the middle of it', async ({ app }) => {
    const { page, open } = app;
    await open('/');
    const held = Promise.withResolvers<void>();
    await page.route('**/SearchDialog-*.js', async (route) => {
      await held.promise;
      await route.continue();
    });
    const { compose, take } = await newInputMethod(page);
    const asked = page.waitForRequest('**/SearchDialog-*.js');
    await page.keyboard.press('Control+k');
    await asked;
    const ahead = page.getByRole('textbox', { name: 'Search the record' });
    await ahead.waitFor();
    await compose('n');
    await compose('neng yuan');
    const come = page.waitForResponse('**/SearchDialog-*.js');
    held.resolve();
    await (await come).finished();
    await compose('neng yuan ');
    expect(await ahead.inputValue()).toBe('neng yuan ');
    await take('能源');
    const field = page.getByRole('dialog').getByRole('combobox');
    await expect.poll(() => field.inputValue()).toBe('能源');
  });

  appTest("is nobody's business until it is taken, in any filter", async ({ app }) => {
    const { page, open } = app;
    await page.clock.install();
    const passed = watchAddresses(page);
    for (const [address, label] of FILTERS) {
      await open(address);
      passed.length = 0;
      const field = page.getByRole('searchbox', { name: label });
      await field.focus();
      const input = await newInputMethod(page);
      const steps = await stepsOf(page);
      await input.composeSlowly();
      expect(await field.inputValue()).toBe('neng yuan');
      await input.drop();
      await page.clock.runFor(A_PAUSE_MS);
      expect(await field.inputValue()).toBe('');
      expect(passed).toEqual([]);
      await input.composeSlowly();
      await input.take('能源');
      await page.clock.runFor(A_PAUSE_MS);
      await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('能源');
      expect((await stepsOf(page)) - steps).toBeLessThanOrEqual(1);
      // What was typed before waits for the word that is begun after it.
      await page.keyboard.type('a');
      await input.composeSlowly();
      expect(await field.inputValue()).toBe('能源aneng yuan');
      expect(new Set(passed).size).toBe(1);
    }
  });

  appTest('neither searches nor chooses, and its keys are its own', async ({ app }) => {
    const { page, open } = app;
    await page.clock.install();
    await open('/sources');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search the record' });
    const field = dialog.getByRole('combobox');
    const chosen = dialog.getByRole('option', { selected: true });
    const input = await newInputMethod(page);
    await field.waitFor();
    await input.composeSlowly(['h', 'ha', 'harbin']);
    expect(await dialog.getByRole('status').innerText()).toBe('');
    expect(await dialog.getByRole('option').count()).toBe(0);
    await input.take('harbin');
    await chosen.filter({ hasText: 'Harbin' }).waitFor();
    const first = await chosen.innerText();
    const passed = watchAddresses(page);
    await input.compose('b');
    for (const key of ['ArrowDown', 'Enter', 'Escape']) await input.press(key);
    await page.clock.runFor(A_PAUSE_MS);
    expect(await chosen.innerText()).toBe(first);
    await input.drop();
    // Safari tells of the key that took the word after the word has ended.
    await input.take('');
    await input.press('Enter');
    await page.clock.runFor(A_PAUSE_MS);
    expect(await field.inputValue()).toBe('harbin');
    expect(passed).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).not.toBe('/sources');
  });

  visitTest('is no end of the range of meetings yet', async ({ app }) => {
    const { page, open } = app;
    await open('/fields');
    const end = page.getByRole('combobox', { name: 'From', exact: true });
    await end.focus();
    const input = await newInputMethod(page);
    const passed = watchAddresses(page);
    await input.compose('er');
    await input.press('Enter');
    await input.press('Escape');
    expect(await end.inputValue()).toBe('er');
    expect(await page.getByRole('alert').count()).toBe(0);
    // Digits as Chinese and Japanese input methods write them.
    await input.take('２８');
    expect(passed).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('2023-12-19');
  });
});

describe('a word with signs that nobody sees', () => {
  visitTest('is looked for as it is seen, in every field and in an address', async ({ app }) => {
    const { page, follow } = app;
    const pasted = '\u200Ecus\u00ADtoms\u200B';
    for (const [address, label] of FILTERS) {
      await follow(address);
      if (!(await page.getByLabel(label, { exact: true }).isVisible()))
        await page.getByText('Filters', { exact: true }).click();
      await page.getByLabel(label, { exact: true }).fill(pasted);
      await expect
        .poll(() => new URL(page.url()).searchParams.get('q'), { message: address })
        .toBe('customs');
    }
    await follow(`/fields?q=${encodeURIComponent(pasted)}`);
    const found = await page.locator('#entries h2').innerText();
    await follow('/fields?q=customs');
    expect(found).toBe(await page.locator('#entries h2').innerText());
    expect(found).toMatch(/^\d+ entries$/);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill(pasted);
    await page.getByRole('option').first().waitFor();
  });
});
