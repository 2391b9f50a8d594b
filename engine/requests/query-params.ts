import * as v from 'valibot';

import { shown } from '../reading/faults.ts';
import { ParameterRefusal } from './parameter-refusal.ts';
import { wantedValue } from './wanted-value.ts';

type Entries = Record<string, v.GenericSchema>;
type ParamsSchema = v.GenericSchema<unknown, object> & { entries: Entries };

function unwrap(schema: v.GenericSchema): v.GenericSchema {
  return 'wrapped' in schema ? (schema.wrapped as v.GenericSchema) : schema;
}

const toNumber = (text: string) => (/^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : Number.NaN);

/** Of a list the schema of each value. */
function itemOf(schema: v.GenericSchema) {
  const own = unwrap(schema);
  const isList = own.type === 'array' && 'item' in own;
  return { isList, item: isList ? (own.item as v.GenericSchema) : own };
}

/** An address holds only text; the schema says what is a list and what is a number. */
function readValue(name: string, schema: v.GenericSchema, values: readonly string[]): unknown {
  const { isList, item } = itemOf(schema);
  const read = item.type === 'number' ? values.map(toNumber) : values;
  if (isList) return read;
  if (values.length > 1) throw new ParameterRefusal(name, `"${name}" may be given only once`);
  return read[0];
}

/** Reads a query with the contract's own schema; throws {@link ParameterRefusal} for the first thing it refuses. */
export function parseQuery<Schema extends ParamsSchema>(
  schema: Schema,
  query: URLSearchParams,
): v.InferOutput<Schema> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const parameter = Object.hasOwn(schema.entries, name) ? schema.entries[name] : undefined;
    if (parameter === undefined)
      throw new ParameterRefusal(name, `This request has no parameter "${name}"`);
    const values = query.getAll(name);
    if (values.includes('')) throw new ParameterRefusal(name, `"${name}" is empty`);
    input[name] = readValue(name, parameter, values);
  }
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw refusalOf(schema, query, result.issues[0]);
}

/** The first thing that a schema refuses, in our words: what is wanted, and what came. */
function refusalOf(
  { entries }: ParamsSchema,
  query: URLSearchParams,
  { path, requirement }: v.BaseIssue<unknown>,
): ParameterRefusal {
  const [name, index] = path?.map(({ key }) => key) ?? [];
  const parameter = String(name);
  const values = query.getAll(parameter);
  const { isList, item } = itemOf(entries[parameter] ?? v.never());
  const words =
    values.length === 0
      ? 'has to be given'
      : isList && index === undefined
        ? `may be given at most ${String(requirement)} times`
        : `cannot be ${shown(values[Number(index ?? 0)])}; it has to be ${wantedValue(item)}`;
  return new ParameterRefusal(parameter, `"${parameter}" ${words}`);
}
