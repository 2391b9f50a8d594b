/**
 * The record of the demonstration as one file for the page: on a slow line its ten files took a second longer, in which a
 * browser that has six connections to a host waits for turns.
 */
import { createHash } from 'node:crypto';

import type { Plugin } from 'vite';

import { readRecord } from '../mocks/read-record.ts';

const MODULE = 'virtual:record-file';
const LOADED = `\0${MODULE}`;
/** Where whoever develops has it, as it is at each question. */
const DEV_ADDRESS = '/@record.json';

const toJson = async () => JSON.stringify(await readRecord());

/** Data and not script, so that nothing has to compile it; named by what is in it, like every file that may be kept for good. */
async function makeFile(): Promise<{ name: string; source: string }> {
  const source = await toJson();
  const digest = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  return { name: `record-${digest}.json`, source };
}

export function recordFile(): Plugin {
  let made: Promise<{ name: string; source: string }> | null = null;
  return {
    name: 'communique-record-file',
    configResolved({ command }) {
      if (command === 'build') made = makeFile();
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
        if (made === null) return `export default ${JSON.stringify(DEV_ADDRESS)};`;
        const { name, source } = await made;
        this.emitFile({ type: 'asset', fileName: `assets/${name}`, source });
        // Beside the script that asks for it; written so that nobody looks for such a file among the sources.
        return `const name = ${JSON.stringify(name)};\nexport default new URL(name, import.meta.url).href;`;
      },
    },
    async renderChunk(_code, { moduleIds, viteMetadata }) {
      // Tells who keeps the page's files that this is one.
      if (made !== null && moduleIds.includes(LOADED))
        viteMetadata?.importedAssets.add(`assets/${(await made).name}`);
      return null;
    },
  };
}
