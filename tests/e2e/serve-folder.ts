import { preview, type InlineConfig } from 'vite';

export interface ServedFolder {
  /** Where the folder is served, without a path. */
  origin: string;
  close: () => Promise<void>;
}

/** Serves a build (that of `npm run build` unless told otherwise) on a free port unless one is named, as `npm start` does. */
export async function serveFolder(
  folder = 'dist',
  { base, port = 0 }: Pick<InlineConfig, 'base'> & { port?: number } = {},
): Promise<ServedFolder> {
  const server = await preview({
    ...(base !== undefined && { base }),
    build: { outDir: folder },
    preview: { port, host: '127.0.0.1' },
    logLevel: 'error',
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The app is not served');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
