import type * as v from 'valibot';

import type { RecordFault } from '#src/api/record-fault.ts';
import { type AsFar, checkPart } from './check-parts.ts';
import { checkUnique, findMixedUp, type Part } from './check-ids.ts';
import type { Placed } from './check-shape.ts';
import { checkReferences } from './check-references.ts';
import { type Edition, EDITION_FILES } from './edition.ts';
import { faultAt } from '../reading/faults.ts';

export type Contents = Partial<Record<Part, unknown>>;

type PlacedIn = Placed & { part: Part };

/** A list that is too long may be so by what stands in it twice, which is told. */
const isOfTwice = ({ part, steps, found }: PlacedIn, twice: readonly PlacedIn[]) =>
  found.code === 'too-many' &&
  twice.some((one) => one.part === part && steps.every((step, at) => one.steps[at] === step));

/**
 * Checks the parsed parts of a record: the shape of each, and what they say of each other as far as their shapes hold,
 * so that an editor has everything that is wrong at once, and nothing that only follows from something else.
 * @param unread the parts that could not be had: nothing is missed that might be in them
 * @returns the parts as the schemas leave them, and their faults, under the names of an edition's files
 */
export function checkContents(
  schemas: Partial<Record<Part, v.GenericSchema>>,
  contents: Contents,
  unread: ReadonlySet<Part>,
): { parts: Contents; faults: RecordFault[] } {
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
    faults: placed.map(({ part, steps, found }) => faultAt(EDITION_FILES[part], steps, found)),
  };
}
