import type * as v from 'valibot';

import type { Hidden } from './check-ids.ts';
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
  /** The ids that cannot be read: as many references lead nowhere only until those are mended. */
  hiddenIds: (list?: string) => Hidden;
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

type Items = Readonly<Record<string | number, { id?: unknown; ordinal?: unknown } | null>>;

/** The ids that a fault hides: all of a list, that of a thing in it as such, or that which is itself at fault. */
function hiddenBy(steps: Steps, list: string | undefined, content: unknown): Hidden {
  if (steps.length > 0 && list !== undefined && steps[0] !== list) return [];
  const [item, key] = list === undefined ? steps : steps.slice(1);
  if (item === undefined) return 'all';
  if (key !== undefined && key !== 'id' && key !== 'ordinal') return [];
  const items = list === undefined ? content : (content as Record<string, unknown>)[list];
  const thing = (items as Items)[item];
  return [thing?.id ?? thing?.ordinal];
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
    hiddenIds: (list) => {
      const hidden = steps.map((one) => hiddenBy(one, list, content));
      return isUnread || hidden.includes('all') ? 'all' : hidden.flat();
    },
  };
}
