import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { serveFolder, type ServedFolder } from './serve-folder.ts';

/** The built app on a host of its own, pointed at a backend by its configuration. */
export async function serveAppFor(baseUrl: string): Promise<ServedFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'communique-for-backend-'));
  await cp('dist', folder, { recursive: true });
  const config = { api: { mode: 'remote', baseUrl } };
  await writeFile(path.join(folder, 'config.json'), JSON.stringify(config));
  const { origin, close } = await serveFolder(folder);
  return {
    origin,
    close: async () => {
      await close();
      await rm(folder, { recursive: true });
    },
  };
}
