/** `npm run contract:examples`: writes the contract's examples anew, as the demonstration answers them now. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { readOptions } from '#engine/reading/read-options.ts';
import { writeRefusal } from '#engine/reading/system-refusal.ts';
import { answerExamples, CONTRACT_FOLDER } from './contract-examples.ts';

readOptions({}, 'Usage: npm run contract:examples');

async function writeExamples(examples: ReadonlyMap<string, string>): Promise<void> {
  await rm(path.join(CONTRACT_FOLDER, 'examples'), { recursive: true, force: true });
  for (const [name, text] of examples) {
    const file = path.join(CONTRACT_FOLDER, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

const examples = await answerExamples();
try {
  await writeExamples(examples);
  console.log(`Wrote ${examples.size} examples.`);
} catch (error) {
  console.error(writeRefusal(`${CONTRACT_FOLDER}/examples`, error));
  process.exitCode = 1;
}
