import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Files that git tracks or would track, below the given folders; deleted ones are left out. */
export function filesBelow(...folders: string[]): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders];
  const listed = execFileSync('git', args, { encoding: 'utf8' }).split('\n');
  return [...new Set(listed)].filter((file) => file !== '' && existsSync(file));
}

export function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

/** The places, as `file:line`, at which a pattern stands in files that are no tests. */
export function placesOf(pattern: RegExp, files: string[]): string[] {
  return files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

/** The files that come with the given ones: what they import at once, and what that imports. */
export function importedFrom(...entries: string[]): string[] {
  const files = new Set(entries);
  for (const file of files) {
    const named = textOf(file).matchAll(/^(?:import|export|\})(?! type\b)[^;]*? from '([^']+)';/gm);
    for (const [, specifier = ''] of named) {
      const target = specifier.startsWith('#')
        ? specifier.slice(1)
        : path.join(path.dirname(file), specifier);
      if (/^[#.]/.test(specifier) && /\.tsx?$/.test(target)) files.add(target);
    }
  }
  return [...files];
}
