/**
 * The record of the demonstration as one file for the page, which waits for files more than for what is in them: on a slow line,
 * a browser that has six connections to a host has its ten files take turns.
 */
import type { Plugin } from 'vite';

import { readRecord } from '../mocks/read-record.ts';
import { contentHash } from './content-hash.ts';

const MODULE = 'virtual:record-file';
const LOADED = `\0${MODULE}`;
/** Where whoever develops has it, as it is at each question. */
const DEV_ADDRESS = '/@record.json';

/** Data and not script, so that nothing has to compile it. */
const toJson = async () => JSON.stringify(await readRecord());

export function recordFile(): Plugin {
  let isBuild = false;
  let fileName = '';
  return {
    name: 'communique-record-file',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    configureServer({ middlewares }) {
      middlewares.use(DEV_ADDRESS, async (_request, response) => {
        try {
          const source = await toJson();
          response.setHeader('content-type', 'application/json');
          response.end(source);
        } catch (error) {
          // Of a record that is being worked on: what is wrong with it is said, and the next question finds it mended.
          response.writeHead(500).end(String(error));
        }
      });
    },
    resolveId: (id) => (id === MODULE ? LOADED : null),
    load: {
      filter: { id: new RegExp(`^${LOADED}$`) },
      async handler() {
        if (!isBuild) return `export default ${JSON.stringify(DEV_ADDRESS)};`;
        const source = await toJson();
        const name = `record-${contentHash(source)}.json`;
        fileName = `assets/${name}`;
        this.emitFile({ type: 'asset', fileName, source });
        // Beside the script that asks for it; written so that nobody looks for such a file among the sources.
        return `const name = ${JSON.stringify(name)};\nexport default new URL(name, import.meta.url).href;`;
      },
    },
    renderChunk(_code, { moduleIds, viteMetadata }) {
      // Tells who keeps the page's files that this is one.
      if (moduleIds.includes(LOADED)) viteMetadata?.importedAssets.add(fileName);
      return null;
    },
  };
}
