import type * as v from 'valibot';

import { checkShape, type Placed, type Steps } from './check-shape.ts';

/** A content of which any value may be missing: the rest of it is as its schema has it. */
export type AsFar<T> = T extends readonly (infer Item)[]
  ? readonly AsFar<Item>[] | null | undefined
  : T extends object
    ? { readonly [Key in keyof T]?: AsFar<T[Key]> } | null | undefined
    : T | null | undefined;

export type CheckedPart = {
  faults: Placed[];
  /** The part without the values that have faults; everything else stands where it stood. */
  content: unknown;
  /** Of how many things the ids cannot be read: as many references lead nowhere only until those are mended. */
  hiddenIds: (list?: string) => number;
};

/** A value without what is at fault in it, which what is said of it elsewhere cannot be held against. */
function withoutFaults(value: unknown, faults: readonly Steps[]): unknown {
  if (faults.length === 0) return value;
  if (faults.some((steps) => steps.length === 0)) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  const within = Map.groupBy(faults, ([step]) => step);
  const below = (step: string | number) => (within.get(step) ?? []).map(([, ...rest]) => rest);
  if (Array.isArray(value)) return value.map((item, index) => withoutFaults(item, below(index)));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withoutFaults(one, below(key))]),
  );
}

/** How many ids a fault hides: all of a list, that of a thing in it as such, or that which is itself at fault. */
function hiddenBy(steps: Steps, list: string | undefined): number {
  if (steps.length > 0 && list !== undefined && steps[0] !== list) return 0;
  const [item, key] = list === undefined ? steps : steps.slice(1);
  if (item === undefined) return Infinity;
  return key === undefined || key === 'id' || key === 'ordinal' ? 1 : 0;
}

/** A part held against its schema; of one that is not whole nothing is missed, and what nobody could read has no faults of its own. */
export function checkPart(
  schema: v.GenericSchema,
  content: unknown,
  isUnread: boolean,
): CheckedPart {
  const { output, faults } =
    isUnread && content === undefined
      ? { output: content, faults: [] }
      : checkShape(schema, content);
  const steps = faults.map((fault) => fault.steps);
  return {
    faults,
    content: faults.length > 0 ? withoutFaults(content, steps) : output,
    hiddenIds: (list) =>
      isUnread ? Infinity : steps.reduce((sum, one) => sum + hiddenBy(one, list), 0),
  };
}
