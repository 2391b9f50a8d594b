import { preview, type InlineConfig, type Plugin } from 'vite';

export interface ServedFolder {
  /** Where the folder is served, without a path. */
  origin: string;
  close: () => Promise<void>;
}

/** Between a browser and a server on one machine, to compress costs more than it saves. */
const UNCOMPRESSED: Plugin = {
  name: 'communique-uncompressed',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      delete request.headers['accept-encoding'];
      next();
    });
  },
};

/**
 * Serves a build (that of `npm run build` unless told otherwise) on a free port unless one is named, as `npm start` does but
 * uncompressed unless told otherwise.
 */
export async function serveFolder(
  folder = 'dist',
  {
    base,
    port = 0,
    compresses = false,
  }: Pick<InlineConfig, 'base'> & { port?: number; compresses?: boolean } = {},
): Promise<ServedFolder> {
  const server = await preview({
    ...(base !== undefined && { base }),
    build: { outDir: folder },
    preview: { port, host: '127.0.0.1' },
    logLevel: 'error',
    plugins: compresses ? [] : [UNCOMPRESSED],
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The app is not served');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
