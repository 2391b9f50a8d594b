import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { answerExamples, CONTRACT_FOLDER } from '#mocks/contract-examples.ts';
import { document, documentText, examplesOf, toVerdict } from './contract-document.ts';
import { toValidator } from './contract-validator.ts';
import { arbitraryMutant } from './mutations.ts';
import { SCHEMAS, toDocumented } from './run-time-schemas.ts';

const components = document.components.schemas;
const pairs = [...SCHEMAS].map(([name, schema]) => ({ name, schema }));

describe('the document and the run-time schemas', () => {
  it('have the same components', () => {
    expect(Object.keys(components).toSorted()).toEqual([...SCHEMAS.keys()].toSorted());
  });

  it.each(pairs)('say the same of $name', ({ name, schema }) => {
    expect(toVerdict(components[name]!)).toEqual(toVerdict(toDocumented(schema)));
  });

  it('describe every component', () => {
    const bare = Object.keys(components).filter((name) => !components[name]?.['description']);
    expect(bare).toEqual([]);
  });
});

/** With a few of each list: what holds of them holds of a hundred. */
function shorten(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 3).map(shorten);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shorten(one)]));
}

it('the document can be read in one sitting', () => {
  expect(documentText.split('\n').length).toBeLessThanOrEqual(2600);
});

it('the files with examples are what the demonstration answers, all of them and no others', async () => {
  const answers = await answerExamples();
  const folder = path.join(CONTRACT_FOLDER, 'examples');
  const names = (await readdir(folder)).map((name) => `examples/${name}`);
  expect(names.toSorted()).toEqual([...answers.keys()].toSorted());
  for (const [name, text] of answers)
    expect(
      await readFile(path.join(CONTRACT_FOLDER, name), 'utf8'),
      'npm run contract:examples',
    ).toBe(text);
});

describe('examples', () => {
  it.each(pairs)('of $name are there, and valid for both', ({ name, schema }) => {
    const examples = examplesOf(name);
    expect(examples).not.toEqual([]);
    const validate = toValidator(name);
    for (const example of examples) {
      expect(validate(example) || validate.errors).toBe(true);
      expect(v.safeParse(schema, example).issues).toBeUndefined();
    }
  });

  it.each(pairs)('of $name, spoiled in any way, are judged alike', ({ name, schema }) => {
    const validate = toValidator(name);
    fc.assert(
      fc.property(arbitraryMutant(examplesOf(name).map(shorten)), (mutant) => {
        expect(v.safeParse(schema, mutant).success).toBe(validate(mutant));
      }),
      { numRuns: 300 },
    );
  });
});
