import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const IMPORTED = /(?:\bfrom|\bimport\()\s*'((?:#|\.{1,2}\/)[^']+)'/g;

/** The project's own files that some files are made of, themselves included, wherever they are imported from. */
function filesBehind(entries: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  const waiting = entries.map((file) => path.join(ROOT, file));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (texts.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    texts.set(file, text);
    const resolver = createRequire(file);
    for (const [, specifier = ''] of text.matchAll(IMPORTED))
      waiting.push(resolver.resolve(specifier));
  }
  return texts;
}

/**
 * Tells releases apart: the hash of the code that something is done by, of the libraries that it may use, and of the
 * platform's Unicode, by which texts are folded. No one has to remember to count a number up.
 */
function toCodeVersion(...entries: string[]): string {
  const hash = createHash('sha256').update(process.versions['unicode'] ?? '');
  const about = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    dependencies?: object;
  };
  hash.update(JSON.stringify(about.dependencies));
  const texts = [...filesBehind(entries)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [file, text] of texts)
    hash.update(`\n${path.relative(ROOT, file).split(path.sep).join('/')}\n${text}`);
  return hash.digest('hex').slice(0, 16);
}

/** How a record becomes rows: tables, their order and their folding. Rows of another layout cannot be served. */
export const LAYOUT_VERSION = toCodeVersion(
  'server/edition/to-rows.ts',
  'server/edition/edition-tables.ts',
  'server/edition/rollups.ts',
);

/** How rows become answers: after a release that changes it, what a client holds is asked for anew. */
export const ANSWER_VERSION = toCodeVersion('server/answers/sql-routes.ts', 'server/catalogue.ts');
