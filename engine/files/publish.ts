/** `npm run publish -- RECORD --out SITE [--base /path/]`: a static site of the app and a record, from what is checked whole first: a folder, a workbook or a zip. */
import { access, constants, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { build } from 'vite';

import { readOptions } from '#engine/reading/read-options.ts';
import { today } from '#src/lib/dates/clock.ts';
import { formatRefusal, formatWarnings } from '../reading/fault-words.ts';
import { writeRefusal } from '../reading/system-refusal.ts';
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

/** Why this command may not empty a folder; null where that is not there, holds nothing, or holds a site that it wrote. */
async function siteFault(site: string): Promise<string | null> {
  try {
    const names = await readdir(site);
    if (names.length === 0 || names.includes('offline-worker.js')) return null;
    return `${site} holds something else; name a folder that is empty or not there.`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? null : writeRefusal(`--out ${site}`, error);
  }
}

/** Makes the folder, or says why it cannot be written, before the minute that a build takes. */
async function makeSite(site: string): Promise<string | null> {
  try {
    await mkdir(site, { recursive: true });
    await access(site, constants.W_OK);
    return null;
  } catch (error) {
    return writeRefusal(`--out ${site}`, error);
  }
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
  const unwritable = await makeSite(site);
  if (unwritable !== null) {
    console.error(unwritable);
    return 2;
  }
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
} else {
  const fault = await siteFault(out);
  if (fault !== null) console.error(fault);
  process.exitCode = fault === null ? await publish(folder, out) : 2;
}
