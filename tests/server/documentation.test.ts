import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { ENVIRONMENT } from '#server/config.ts';
import { FAULTS } from './faults.ts';
import { RICH_RECORD_FAULTS } from './rich-record-faults.ts';
import { SMALL_RECORD_FAULTS } from './small-record-faults.ts';

const guide = await readFile('docs/backend.md', 'utf8');

it('the guide has every variable of the server, with its value where none is set', () => {
  const rows = [...guide.matchAll(/^\| `([A-Z_]+)` \|\s+(.*?)\s*\| .+ \|$/gm)];
  const documented = rows.map(([, name, value]) => [
    name ?? '',
    /^`(.*)`$/.exec(value ?? '')?.[1] ?? '',
  ]);
  /** Told in words there. */
  const inWords = new Set(['CURSOR_SECRET']);
  const due = Object.entries(ENVIRONMENT.entries).map(([name, { default: value = '' }]) => [
    name,
    inWords.has(name) ? '' : value,
  ]);
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(due));
});

it('the guide counts the faults that are tried', () => {
  const tried = [...FAULTS, ...SMALL_RECORD_FAULTS, ...RICH_RECORD_FAULTS].length;
  expect(guide).toContain(`in ${tried} ways`);
});
