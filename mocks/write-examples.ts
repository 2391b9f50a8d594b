/** `npm run contract:examples`: writes the contract's examples anew, as the demonstration answers them now. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { answerExamples, CONTRACT_FOLDER } from './contract-examples.ts';

const examples = await answerExamples();
await rm(path.join(CONTRACT_FOLDER, 'examples'), { recursive: true, force: true });
for (const [name, text] of examples) {
  const file = path.join(CONTRACT_FOLDER, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
console.log(`Wrote ${examples.size} examples.`);
