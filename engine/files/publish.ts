/** `npm run publish -- RECORD --out SITE [--base /path/]`: a static site of the app and a record, from what is checked whole first: a folder, a workbook or a zip. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { build } from 'vite';

import { readOptions } from '#engine/reading/read-options.ts';
import { today } from '#src/lib/dates/clock.ts';
import { formatRefusal, formatWarnings } from '../reading/fault-words.ts';
import { FILE_LIST } from './fetch-record.ts';
import { answerFirst } from './first-answers.ts';
import { recordToPublish } from './record-to-publish.ts';

const RECORD = 'record';
const FIRST = 'first-answers';
const USAGE = 'Usage: npm run publish -- RECORD --out SITE [--base /path/]';
const { positionals, values } = readOptions(
  {
    allowPositionals: true,
    options: { out: { type: 'string' }, base: { type: 'string', default: '/' } },
  },
  USAGE,
);
const [folder] = positionals;
const { out, base } = values;

/** A folder that this command may empty: one that is not there, holds nothing, or holds a site that it wrote. */
async function mayEmpty(site: string): Promise<boolean> {
  const names = await readdir(site).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? ([] as string[]) : null,
  );
  return names !== null && (names.length === 0 || names.includes('offline-worker.js'));
}

/** Writes files below a folder of the site; their names may have folders in them. */
async function writeFiles(
  below: string,
  files: readonly (readonly [name: string, content: string])[],
) {
  for (const [name, content] of files) {
    const file = path.join(below, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

const counted = (count: number, one: string, other: string) =>
  `${count} ${count === 1 ? one : other}`;

async function publish(from: string, site: string): Promise<number> {
  const { files, record, counts, errors, warnings } = await recordToPublish(from, today());
  if (files === null) {
    for (const line of formatRefusal(errors, 'nothing was published')) console.error(line);
    return 1;
  }
  for (const line of formatWarnings(warnings)) console.error(line);
  await build({ base, logLevel: 'warn', build: { outDir: path.resolve(site), emptyOutDir: true } });
  const list = `${JSON.stringify([...files.keys()])}\n`;
  await writeFiles(path.join(site, RECORD), [...files, [FILE_LIST, list]]);
  const answers = await answerFirst(record);
  const texts = [...answers].map(([view, held]) => [`${view}.json`, JSON.stringify(held)] as const);
  await writeFiles(path.join(site, FIRST), texts);
  const firstAnswers = { folder: `./${FIRST}/`, views: [...answers.keys()] };
  const config = { api: { mode: 'files', url: `./${RECORD}/`, firstAnswers } };
  await writeFile(path.join(site, 'config.json'), `${JSON.stringify(config, null, 2)}\n`);
  const { meetings, entries, sources } = counts;
  console.info(
    `${site}: ${counted(meetings, 'meeting', 'meetings')}, ${counted(entries, 'entry', 'entries')}, ` +
      `${counted(sources, 'source', 'sources')}. ` +
      `Serve it at ${base} on any static host (docs/deploy.md).`,
  );
  return 0;
}

if (folder === undefined || positionals.length > 1 || out === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (!/^\/(.*\/)?$/.test(base)) {
  console.error(`--base ${base} has to begin and end with a slash: /path/\n${USAGE}`);
  process.exitCode = 2;
} else if (!(await mayEmpty(out))) {
  console.error(`${out} holds something else; name a folder that is empty or not there.`);
  process.exitCode = 2;
} else {
  process.exitCode = await publish(folder, out);
}
