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
type Content = Readonly<
  Record<string, { schema: JsonSchema; examples: Record<string, { value: unknown }> }>
>;
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

const file = join(import.meta.dirname, '../../public/openapi.yaml');
export const document = parse(await readFile(file, 'utf8')) as Document;

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

/** The examples of a component: its own, and those of the answers that have its shape. */
export function examplesOf(component: string): unknown[] {
  const own = document.components.schemas[component]?.['examples'] as unknown[] | undefined;
  const answers = new Set(OPERATIONS.flatMap(({ answers: all }) => Object.values(all)));
  const shown = [...answers]
    .flatMap(({ content }) => Object.values(content ?? {}))
    .filter(({ schema }) => componentOf(schema) === component)
    .flatMap(({ examples }) => Object.values(examples).map(({ value }) => value));
  return [...(own ?? []), ...shown];
}
