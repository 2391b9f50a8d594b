import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { createEditions } from '../edition.ts';
import type { Engine } from './database-engine.ts';
import { holdFolder } from './hold-folder.ts';
import { openPglite } from './pglite-engine.ts';

/** Makes an empty database beside its place and puts it there when it is whole, so that there is never a part of one. */
async function makeDatabase(folder: string, place: string): Promise<void> {
  const half = path.join(folder, 'half-made');
  await rm(half, { recursive: true, force: true });
  await (await openPglite(half)).close();
  await rename(half, place);
}

/** PostgreSQL inside this process, in a folder that no other process has meanwhile; loading makes the folder. */
export async function openFolder(folder: string, use: 'serving' | 'loading'): Promise<Engine> {
  const place = path.join(folder, 'database');
  const isServing = use === 'serving';
  if (isServing && !existsSync(place))
    throw new Error(`${folder} holds no record yet: run npm run server:load -- PATH`);
  const giveBack = await holdFolder(folder, (message) => console.error(message));
  try {
    if (!existsSync(place)) await makeDatabase(folder, place);
    const engine = await openPglite(place);
    if (isServing) {
      await engine.query('SET default_transaction_read_only = on');
      // Nobody could load anything while this process has the folder.
      await createEditions(engine)();
    }
    return {
      ...engine,
      close: async () => {
        await engine.close();
        await giveBack();
      },
    };
  } catch (error) {
    await giveBack();
    throw error;
  }
}
