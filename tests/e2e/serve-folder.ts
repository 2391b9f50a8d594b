import { preview, type InlineConfig } from 'vite';

export interface ServedFolder {
  /** Where the folder is served, without a path. */
  origin: string;
  close: () => Promise<void>;
}

/** Serves a build (that of `npm run build` unless told otherwise) on a free port, as `npm start` does. */
export async function serveFolder(
  folder = 'dist',
  { base }: Pick<InlineConfig, 'base'> = {},
): Promise<ServedFolder> {
  const server = await preview({
    ...(base !== undefined && { base }),
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'error',
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The app is not served');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
