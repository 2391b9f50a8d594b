import { describe, expect } from 'vitest';

import { appTest } from './app-test.ts';

const CHOICES = [
  { what: 'rows', group: 'Order', choice: 'Name' },
  { what: 'columns', group: 'Columns', choice: 'Count' },
] as const;

/**
 * Chooses an order, and looks at every frame until what reads aloud, which goes through the document, has the order that
 * the eye has: in which order the heads stand, and which counts stand anywhere but at their field and their meeting.
 */
async function watchOrder({ what, group, choice }: (typeof CHOICES)[number]) {
  const all = (selector: string) => [...document.querySelectorAll(`[role="grid"] ${selector}`)];
  const at = (one: Element, side: 'top' | 'left') => Math.round(one.getBoundingClientRect()[side]);
  const words = (list: Element[]) => list.map((one) => one.textContent).join();
  const [heads, side] =
    what === 'rows' ? (['tbody th', 'top'] as const) : (['thead th + th', 'left'] as const);
  const countAt = new Map<string, string>();
  const look = () => {
    const columns = new Map(all('thead th + th').map((one) => [at(one, 'left'), one.textContent]));
    const rows = new Map(all('tbody th').map((one) => [at(one, 'top'), one.textContent]));
    const misplaced = all('tbody td').flatMap((cell) => {
      const where = `${rows.get(at(cell, 'top'))}, ${columns.get(at(cell, 'left'))}`;
      const known = countAt.get(where) ?? cell.textContent;
      countAt.set(where, known);
      return known === cell.textContent ? [] : [where];
    });
    return {
      byEye: words(all(heads).toSorted((a, b) => at(a, side) - at(b, side))),
      readOut: words(all(heads)),
      misplaced,
    };
  };
  const seen = [look()];
  const labels = [...document.querySelectorAll('main fieldset')]
    .find((one) => one.textContent?.startsWith(group))
    ?.querySelectorAll('label');
  [...(labels ?? [])].find((label) => label.textContent === choice)?.click();
  let isDone = false;
  while (!isDone) {
    await new Promise(requestAnimationFrame);
    const now = look();
    isDone = now.byEye !== seen[0]?.byEye && now.byEye === now.readOut;
    seen.push(now);
  }
  return seen;
}

describe.each(CHOICES)('a new order of the $what of the heat map', (choice) => {
  appTest('is seen in one step, each count in its place, and then read out', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?chart=heat&from=2001');
    const seen = await page.evaluate(watchOrder, choice);
    expect(seen.flatMap(({ misplaced }) => misplaced)).toEqual([]);
    const orders = new Set(seen.map(({ byEye }) => byEye));
    expect(orders.size).toBe(2);
    expect(seen.at(-1)?.readOut).toBe([...orders][1]);
  });
});
