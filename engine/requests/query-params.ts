import * as v from 'valibot';

import { ParameterRefusal } from './parameter-refusal.ts';

type Entries = Record<string, v.GenericSchema>;
type ParamsSchema = v.GenericSchema<unknown, object> & { entries: Entries };

function unwrap(schema: v.GenericSchema): v.GenericSchema {
  return 'wrapped' in schema ? (schema.wrapped as v.GenericSchema) : schema;
}

const toNumber = (text: string) => (/^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : Number.NaN);

/** An address holds only text; the schema says what is a list and what is a number. */
function readValue(name: string, schema: v.GenericSchema, values: readonly string[]): unknown {
  const own = unwrap(schema);
  const isList = own.type === 'array' && 'item' in own;
  const item = isList ? (own.item as v.GenericSchema) : own;
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
  const [issue] = result.issues;
  const name = v.getDotPath(issue)?.split('.')[0] ?? '';
  throw new ParameterRefusal(name, `"${name}": ${issue.message}`);
}
