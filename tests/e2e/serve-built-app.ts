import { rm } from 'node:fs/promises';

import type { TestProject } from 'vitest/node';

import { serveFolder } from './serve-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, without a trailing slash. */
    appUrl: string;
    /** The folder for pictures of what failed, below the project and not kept in it; empty when the tests start. */
    picturesFolder: string;
  }
}

const PICTURES = 'test-results';

/** Serves the folder that `npm run build` wrote to all end-to-end tests. */
export async function setup(project: TestProject) {
  await rm(PICTURES, { recursive: true, force: true });
  const { origin, close } = await serveFolder('dist');
  project.provide('appUrl', origin);
  project.provide('picturesFolder', PICTURES);
  return close;
}
