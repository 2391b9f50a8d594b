import * as v from 'valibot';

import type { RecordFault } from '#src/api/record-fault.ts';
import { type AsFar, checkPart } from './check-parts.ts';
import { checkUnique, findMixedUp } from './check-ids.ts';
import type { Placed } from './check-shape.ts';
import { checkReferences } from './check-references.ts';
import { type Edition, EDITION_FILES, type Part } from './edition.ts';
import { faultAt, fileFault } from '../reading/faults.ts';

export type Contents = Partial<Record<Part, unknown>>;

type PlacedIn = Placed & { part: Part };

/** A list that is too long may be so by what stands in it twice, which is told. */
const isOfTwice = ({ part, steps, found }: PlacedIn, twice: readonly PlacedIn[]) =>
  found.code === 'too-many' &&
  twice.some((one) => one.part === part && steps.every((step, at) => one.steps[at] === step));

/** As many things of a list show what it is a list of. */
const SAMPLE = 20;

/** Two files whose names changed places: each holds a list of what belongs in the other. They are put back. */
function putBack(
  schemas: Partial<Record<Part, v.GenericSchema>>,
  given: Contents,
): { contents: Contents; faults: RecordFault[] } {
  const samples = (Object.entries(given) as [Part, unknown][]).flatMap(([part, content]) =>
    Array.isArray(content) && content.length > 0 ? [{ part, some: content.slice(0, SAMPLE) }] : [],
  );
  const fits = (some: readonly unknown[], part: Part) => {
    const schema = schemas[part];
    return schema !== undefined && v.is(schema, some);
  };
  const odd = samples.filter(({ part, some }) => !fits(some, part));
  const contents = { ...given };
  const faults = odd.flatMap(({ part: one, some }, at) =>
    odd.slice(at + 1).flatMap(({ part: other, some: others }) => {
      if (!fits(some, other) || !fits(others, one)) return [];
      [contents[one], contents[other]] = [given[other], given[one]];
      const values = { one: EDITION_FILES[one], other: EDITION_FILES[other] };
      return [fileFault(EDITION_FILES[one], { code: 'files-swapped', values })];
    }),
  );
  return { contents, faults };
}

/**
 * Checks the parsed parts of a record: the shape of each, and what they say of each other as far as their shapes hold,
 * so that an editor has everything that is wrong at once, and nothing that only follows from something else.
 * @param unread the parts that could not be had: nothing is missed that might be in them
 * @returns the parts as the schemas leave them, and their faults, under the names of an edition's files
 */
export function checkContents(
  schemas: Partial<Record<Part, v.GenericSchema>>,
  given: Contents,
  unread: ReadonlySet<Part>,
): { parts: Contents; faults: RecordFault[] } {
  const { contents, faults: swapped } = putBack(schemas, given);
  const checked = new Map(
    (Object.entries(schemas) as [Part, v.GenericSchema][]).map(([part, schema]) => [
      part,
      checkPart(schema, contents[part], unread.has(part)),
    ]),
  );
  const parts: Contents = Object.fromEntries(
    [...checked].map(([part, { content }]) => [part, content]),
  );
  const mixedUp = findMixedUp(contents);
  const twice = checkUnique(contents);
  const placed = [
    ...[...checked]
      .flatMap(([part, { faults }]) => faults.map((fault) => ({ part, ...fault })))
      .filter((fault) => !isOfTwice(fault, twice)),
    ...twice,
    ...checkReferences(parts as AsFar<Edition>, (part, list) => {
      const hidden = checked.get(part)?.hiddenIds(list) ?? [];
      return hidden === 'all' ? hidden : [...hidden, ...mixedUp(part, list)];
    }),
  ];
  return {
    parts,
    faults: [
      ...swapped,
      ...placed.map(({ part, steps, found }) => faultAt(EDITION_FILES[part], steps, found)),
    ],
  };
}
