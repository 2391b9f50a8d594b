import type { RecordFault } from '#src/api/record-fault.ts';
import { faultAt, type Found } from '../reading/faults.ts';
import type { RecordData } from '../record/record.ts';
import type { Steps } from './check-shape.ts';
import { EDITION_FILES, type Edition, type Part } from './edition.ts';

/** What is warned of is looked for in what came as files, and in what was imported before. */
export type Checked = Edition | RecordData;

export const warn = (part: Part, steps: Steps, found: Found): RecordFault =>
  faultAt(EDITION_FILES[part], steps, found);

/** What is found in the texts within a value, each looked at with the steps that lead to it. */
export function findInTexts(
  value: unknown,
  look: (text: string, steps: Steps) => RecordFault[],
  steps: Steps = [],
): RecordFault[] {
  if (typeof value === 'string') return look(value, steps);
  if (typeof value !== 'object' || value === null) return [];
  const pairs = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return pairs.flatMap(([key, one]) => findInTexts(one, look, [...steps, key]));
}
