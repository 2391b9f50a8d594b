import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, without a trailing slash. */
    appUrl: string;
  }
}

/** Serves the folder that `npm run build` wrote, on a free port, as `npm start` does. */
export async function setup(project: TestProject) {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The app is not served');
  project.provide('appUrl', `http://127.0.0.1:${address.port}`);
  return () => server.close();
}
