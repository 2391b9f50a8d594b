import { statSync } from 'node:fs';

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Short files that take long: each goes through every route, many addresses, several backends or hundreds of faults. */
const LONG = [
  'fault-matrix.e2e',
  'every-route.e2e',
  'journeys-on-backends.e2e',
  'address.e2e',
  'conformance.test',
  'server/faults.test',
  'same-answers',
  'attacks',
];

function rankOf({ moduleId }: TestSpecification): number {
  const index = LONG.findIndex((name) => moduleId.includes(name));
  return index === -1 ? LONG.length : index;
}

/**
 * Starts the files that take longest before all others, so that none of them is left running alone at the end. The size
 * of a file says how long the rest take: a fresh clone has no times of an earlier run.
 */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const size = new Map(files.map((file) => [file, statSync(file.moduleId).size]));
    return Promise.resolve(
      files.toSorted((a, b) => rankOf(a) - rankOf(b) || (size.get(b) ?? 0) - (size.get(a) ?? 0)),
    );
  }
}
