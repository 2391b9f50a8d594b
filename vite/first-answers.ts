/** Has the engine answer, while building, what each view of the demonstration asks first, into a small file for each. */
import type { Plugin } from 'vite';

import { answerFirst } from '../engine/files/first-answers.ts';
import { readRecord } from '../mocks/read-record.ts';
import { contentHash } from './content-hash.ts';

const MODULE = 'virtual:first-answers';
const LOADED = `\0${MODULE}`;

/** Named by what is in them, like every other file that may be kept for good. */
async function makeFiles(): Promise<{ folder: string; files: Map<string, string> }> {
  const answers = await answerFirst(await readRecord());
  const files = new Map([...answers].map(([name, held]) => [name, JSON.stringify(held)]));
  return { folder: `assets/first-${contentHash(JSON.stringify([...files]))}/`, files };
}

export function firstAnswers(): Plugin {
  let isBuild = false;
  return {
    name: 'communique-first-answers',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === MODULE ? LOADED : null),
    load: {
      filter: { id: new RegExp(`^${LOADED}$`) },
      async handler() {
        // Whoever develops changes the record and the engine, and wants to see what these answer now.
        const { folder, files } = isBuild
          ? await makeFiles()
          : { folder: '', files: new Map<string, string>() };
        for (const [name, source] of files)
          this.emitFile({ type: 'asset', fileName: `${folder}${name}.json`, source });
        const names = JSON.stringify([...files.keys()]);
        return `export const folder = ${JSON.stringify(folder)};\nexport const names = ${names};`;
      },
    },
  };
}
