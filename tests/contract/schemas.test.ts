import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { document, examplesOf, toVerdict } from './contract-document.ts';
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
      fc.property(arbitraryMutant(examplesOf(name)), (mutant) => {
        expect(v.safeParse(schema, mutant).success).toBe(validate(mutant));
      }),
      { numRuns: 300 },
    );
  });
});
