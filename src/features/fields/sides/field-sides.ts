import type { Field } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { JOINT } from '#src/lib/accounts.ts';

/** A field that was raised, with the entries of each party and of both together. */
export interface RaisedField {
  field: Field;
  first: number;
  joint: number;
  second: number;
}

export type Side = 'first' | 'both' | 'second';

/**
 * Who raised which field: one party only, or both. A joint entry is said by both, and counts for both; without joint
 * entries only what each says by itself counts. A field that nobody raised by these rules stands nowhere.
 * @param summary by party
 */
export function fieldSides(
  { rows }: Pick<FieldSummary, 'rows'>,
  parties: { first: string; second: string },
  isWithJoint: boolean,
): Record<Side, RaisedField[]> {
  const sides: Record<Side, RaisedField[]> = { first: [], both: [], second: [] };
  for (const { field, cells } of rows) {
    const count = (party: string) => cells.find(({ key }) => key === party)?.entries ?? 0;
    const [first, second] = [count(parties.first), count(parties.second)];
    const joint = isWithJoint ? count(JOINT) : 0;
    const isOfFirst = first + joint > 0;
    const isOfSecond = second + joint > 0;
    const side = isOfFirst && isOfSecond ? 'both' : isOfFirst ? 'first' : 'second';
    if (isOfFirst || isOfSecond) sides[side].push({ field, first, joint, second });
  }
  return sides;
}
