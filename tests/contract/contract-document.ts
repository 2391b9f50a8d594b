import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'yaml';

export type JsonSchema = { readonly [keyword: string]: unknown };
export type Parameter = {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly description: string;
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema: JsonSchema;
  readonly example?: unknown;
};
/** In the document itself, or in a file beside it. */
type Example = { readonly value?: unknown; readonly externalValue?: string };
type Content = Readonly<Record<string, { schema: JsonSchema; examples: Record<string, Example> }>>;
type Answer = { readonly headers?: Record<string, unknown>; readonly content?: Content };
export type Operation = {
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** By status, or `default`. */
  readonly answers: Readonly<Record<string, Answer>>;
};
type Document = {
  paths: Record<string, Record<string, { parameters: unknown[]; responses: object }>>;
  components: { schemas: Record<string, JsonSchema>; responses: Record<string, Answer> };
};

const SCHEMA_ADDRESS = '#/components/schemas/';
/** What tells people something and changes no verdict. */
const ANNOTATIONS = new Set(['$schema', 'description', 'examples', 'default']);

const folder = join(import.meta.dirname, '../../public');
export const documentText = await readFile(join(folder, 'openapi.yaml'), 'utf8');
export const document = parse(documentText) as Document;

/** What a `$ref` into this document stands for; anything else is itself. */
function resolve(thing: unknown): unknown {
  const address = (thing as { $ref?: string }).$ref;
  if (address === undefined) return thing;
  const names = address.replace('#/', '').split('/');
  return names.reduce((at: unknown, name) => (at as Record<string, unknown>)[name], document);
}

export const OPERATIONS: readonly Operation[] = Object.entries(document.paths).map(
  ([path, { get }]) => ({
    path,
    parameters: (get?.parameters ?? []).map(resolve) as Parameter[],
    answers: Object.fromEntries(
      Object.entries(get?.responses ?? {}).map(([status, answer]) => [
        status,
        resolve(answer) as Answer,
      ]),
    ),
  }),
);

/** The name of the component that a schema refers to. */
export const componentOf = ({ $ref }: JsonSchema): string | undefined =>
  typeof $ref === 'string' ? $ref.replace(SCHEMA_ADDRESS, '') : undefined;

/** Only what decides which values are valid: references are put in, annotations left out, `required` sorted. */
export function toVerdict(schema: JsonSchema): JsonSchema {
  const { $ref, ...own } = schema;
  const all: JsonSchema = $ref === undefined ? own : { ...(resolve(schema) as JsonSchema), ...own };
  if (all['$ref'] !== undefined) return toVerdict(all);
  return Object.fromEntries(
    Object.entries(all)
      .filter(([keyword]) => !ANNOTATIONS.has(keyword))
      .map(([keyword, value]) => [keyword, toKeywordVerdict(keyword, value)]),
  );
}

function toKeywordVerdict(keyword: string, value: unknown): unknown {
  if (keyword === 'properties')
    return Object.fromEntries(
      Object.entries(value as Record<string, JsonSchema>).map(([name, one]) => [
        name,
        toVerdict(one),
      ]),
    );
  if (keyword === 'required') return (value as string[]).toSorted();
  if (keyword === 'anyOf') return (value as JsonSchema[]).map(toVerdict);
  const isSchema = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isSchema ? toVerdict(value as JsonSchema) : value;
}

/** What an example shows, wherever it stands; of another type than JSON, its text. */
export function readExample({ value, externalValue }: Example): unknown {
  if (externalValue === undefined) return value;
  const text = readFileSync(join(folder, externalValue), 'utf8');
  return externalValue.endsWith('.json') ? JSON.parse(text) : text;
}

/** Notes a value under the component that its schema names, and all that is inside under theirs. */
function collect(schema: JsonSchema, value: unknown, found: Map<string, Set<string>>): void {
  const component = componentOf(schema);
  if (component !== undefined) {
    const values = found.get(component) ?? new Set();
    found.set(component, values.add(JSON.stringify(value)));
    collect(resolve(schema) as JsonSchema, value, found);
    return;
  }
  const { properties, items, anyOf } = schema as {
    properties?: Record<string, JsonSchema>;
    items?: JsonSchema;
    anyOf?: JsonSchema[];
  };
  // Of alternatives the first is what is known; the others are null, or a value of a later version.
  if (anyOf?.[0] !== undefined && value !== null) collect(anyOf[0], value, found);
  if (items !== undefined) for (const item of value as unknown[]) collect(items, item, found);
  for (const [name, inner] of Object.entries(properties ?? {})) {
    const held = (value as Record<string, unknown>)[name];
    if (held !== undefined) collect(inner, held, found);
  }
}

const shown = new Map<string, Set<string>>();
for (const { answers } of OPERATIONS)
  for (const { content } of Object.values(answers))
    for (const { schema, examples } of Object.values(content ?? {}))
      for (const example of Object.values(examples)) collect(schema, readExample(example), shown);

/** The examples of a component: its own, and what the examples of answers have in its places. */
export function examplesOf(component: string): unknown[] {
  const own = document.components.schemas[component]?.['examples'] as unknown[] | undefined;
  return [...(own ?? []), ...[...(shown.get(component) ?? [])].map((text) => JSON.parse(text))];
}
