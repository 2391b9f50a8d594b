import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';

import { isEdtfDate, isEdtfInterval } from '#src/api/edtf.ts';
import type { JsonSchema } from './contract-document.ts';

/** The document's own formats: what a pattern cannot say, as the app checks it. */
export const FORMATS = { 'edtf-date': isEdtfDate, 'edtf-interval': isEdtfInterval } as const;

const isSchema = (value: unknown): value is v.GenericSchema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

const modules = import.meta.glob<Record<string, unknown>>('../../src/api/schemas/*.ts', {
  eager: true,
});

/** Every exported schema by its component's name: `identifier` is the component `Identifier`. */
export const SCHEMAS: ReadonlyMap<string, v.GenericSchema> = new Map(
  Object.values(modules).flatMap((module) =>
    Object.entries(module).flatMap(([name, value]): [string, v.GenericSchema][] =>
      isSchema(value) ? [[name[0]?.toUpperCase() + name.slice(1), value]] : [],
    ),
  ),
);

/** A run-time schema as JSON Schema; its checks become the document's formats, and nothing is left out. */
export function toDocumented(schema: v.GenericSchema): JsonSchema {
  return toJsonSchema(schema, {
    target: 'draft-2020-12',
    overrideAction({ valibotAction, jsonSchema }) {
      if (valibotAction.type !== 'check') return undefined;
      const { requirement } = valibotAction as unknown as { requirement: unknown };
      const format = Object.entries(FORMATS).find(([, isValid]) => isValid === requirement);
      return format && { ...jsonSchema, format: format[0] };
    },
  }) as JsonSchema;
}
