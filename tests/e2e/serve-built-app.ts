import type { TestProject } from 'vitest/node';

import { serveFolder } from './serve-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, without a trailing slash. */
    appUrl: string;
  }
}

/** Serves the folder that `npm run build` wrote to all end-to-end tests. */
export async function setup(project: TestProject) {
  const { origin, close } = await serveFolder();
  project.provide('appUrl', origin);
  return close;
}
