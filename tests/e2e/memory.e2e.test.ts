import { expect } from 'vitest';

import { countHeld } from '#tests/fuzz/held.ts';
import { appTest } from './app-test.ts';
import { ROUTES } from './routes.ts';

/** Less than what a view is made of. */
const NODES = 200;
/** React listens to some 140 events on every place of another kind that it draws to, such as a layer of a chart. */
const LISTENERS = 100;
const VIEWS = [...ROUTES.filter((route) => route !== '/about'), '/fields?measure=heat'];

appTest('lets go of every view that is left', async ({ app: { page, open, follow } }) => {
  const debug = await page.context().newCDPSession(page);
  await open('/about');
  const start = await countHeld(debug);
  for (const view of VIEWS) {
    await follow(view);
    await page.evaluate(() => window.history.back());
    const tooMany = async () => {
      const { nodes, listeners } = await countHeld(debug);
      return {
        nodes: Math.max(0, nodes - start.nodes - NODES),
        listeners: Math.max(0, listeners - start.listeners - LISTENERS),
      };
    };
    await expect
      .poll(tooMany, { message: view, interval: 200 })
      .toEqual({ nodes: 0, listeners: 0 });
  }
});
