import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds the floor, the app's libraries showing one heading, into a folder of its own that the caller removes; its path. */
export async function buildFloor(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'communique-floor-'));
  await build({
    configFile: false,
    root: import.meta.dirname,
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'es2024' },
  });
  return folder;
}
