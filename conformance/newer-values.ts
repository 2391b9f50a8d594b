import * as v from 'valibot';

import { NewerValue } from '#src/api/schemas/common.ts';

type Parts = {
  type: string;
  entries?: Record<string, v.GenericSchema>;
  item?: v.GenericSchema;
  wrapped?: v.GenericSchema;
  options?: readonly unknown[];
};

/**
 * Where a valid answer has a value of an enumeration that is not of this version of the contract. Readers keep such a
 * value, but a backend that states this version may not send it. Null if there is none.
 */
export function placeOfNewer(schema: v.GenericSchema, value: unknown, place = ''): string | null {
  if (value === null || value === undefined) return null;
  const { type, entries, item, wrapped, options } = schema as v.GenericSchema & Parts;
  const at = (name: string | number) => (place === '' ? String(name) : `${place}.${name}`);
  const first = (places: Iterable<string | null>) =>
    [...places].find((found) => found !== null) ?? null;
  if (entries !== undefined && typeof value === 'object')
    return first(
      Object.entries(entries).map(([name, one]) =>
        placeOfNewer(one, (value as Record<string, unknown>)[name], at(name)),
      ),
    );
  if (item !== undefined && Array.isArray(value))
    return first(value.map((one, index) => placeOfNewer(item, one, at(index))));
  if (wrapped !== undefined) return placeOfNewer(wrapped, value, place);
  if (type !== 'union' || options?.includes(NewerValue) !== true) return null;
  return v.is(options[0] as v.GenericSchema, value) ? null : place;
}
