/**
 * The whole of what the tests do in short: answers that were changed at random, addresses that cannot be meant, and use by
 * chance with translation, other days, input methods and a network that comes and goes. Fails on an uncaught error, a white
 * page and words that nobody wrote. Run with `npm run bench -- fuzz --seed 1` after `npm run build`; `--answers`,
 * `--addresses` and `--steps` say how many.
 */

import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { follow } from '#tests/browser/settled.ts';
import { serveFolder } from '#tests/e2e/serve-folder.ts';
import { sampleAddresses } from '#tests/fuzz/addresses.ts';
import { tryMutatedAnswers } from '#tests/fuzz/mutated-answers.ts';
import { tryRandomUse } from '#tests/fuzz/random-use.ts';
import { watch } from '#tests/fuzz/watch.ts';

export async function benchFuzz({
  seed = 1,
  answers = 10_000,
  addresses = 2000,
  steps = 1000,
}): Promise<void> {
  const { origin, close } = await serveFolder();
  const browser = await launchBrowser();
  const complaints: string[] = [];
  const report = (what: string, found: readonly string[]) => {
    console.log(`${what}, seed ${seed}: ${found.length} complaints`);
    for (const complaint of found) console.log(`  ${complaint}`);
    complaints.push(...found);
  };

  const using = await browser.newContext({ serviceWorkers: 'block' });
  report(`${steps} steps`, await tryRandomUse(using, { origin, seed, steps }));
  await using.close();

  const going = await browser.newContext({ serviceWorkers: 'block' });
  const page = await going.newPage();
  const watched = await watch(page);
  await page.goto(origin);
  for (const [path, parameters] of sampleAddresses(seed, addresses)) {
    const address = `${origin}${path}?${new URLSearchParams(parameters).toString()}`;
    watched.at(address);
    await follow(page, address);
    await watched.look();
  }
  report(`${addresses} addresses`, watched.complaints);
  await going.close();

  const reading = await browser.newContext({ serviceWorkers: 'block' });
  const fuzzed = await tryMutatedAnswers(reading, { seed, answers });
  report(`${fuzzed.answers} changed answers`, fuzzed.complaints);
  await browser.close();
  await close();
  if (complaints.length > 0) process.exitCode = 1;
}
