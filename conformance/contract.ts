import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

import { isEdtfDate, isEdtfInterval } from '#src/api/edtf.ts';

const FILE = path.join(import.meta.dirname, '../public/openapi.yaml');

const MOST_SHOWN = 120;

type Operation = {
  parameters?: { $ref?: string; name?: string; in?: string }[];
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
};

export type Fault = { place: string; detail: string };
export type Contract = {
  paths: readonly string[];
  parametersOf?: (path: string) => string[];
  /** Says what is wrong with a body, or null; `path` is the contract's. */
  judge: (path: string, body: unknown) => Fault | null;
  judgeProblem: (body: unknown) => Fault | null;
};

function describe(validate: ValidateFunction, body: unknown): Fault | null {
  if (validate(body)) return null;
  const [error] = validate.errors ?? [];
  const place = error?.instancePath || 'the answer';
  const value = (JSON.stringify(error?.data) ?? 'nothing').slice(0, MOST_SHOWN);
  return { place, detail: `${error?.message ?? 'is not as described'}: got ${value}` };
}

let reading: Promise<Contract> | undefined;

/** The contract's document, read once: paths, parameters and schemas come from it and from nowhere else. */
export const readContract = (): Promise<Contract> => (reading ??= compileContract());

async function compileContract(): Promise<Contract> {
  const document = parse(await readFile(FILE, 'utf8')) as {
    paths: Record<string, { get: Operation }>;
    components: {
      schemas: Record<string, object>;
      parameters: Record<string, { name: string; in: string }>;
    };
  };
  const ajv = new Ajv2020({ strict: false, verbose: true });
  ajv.addFormat('edtf-date', isEdtfDate);
  ajv.addFormat('edtf-interval', isEdtfInterval);
  // Readers keep what is newer than they are, but a backend sends only values of the version that it states.
  const schemas = { ...document.components.schemas, NewerValue: false };
  ajv.addSchema({ $id: 'contract', components: { schemas } });
  const compile = (ref: string) => ajv.compile({ $ref: `contract${ref}` });
  const validators = new Map<string, ValidateFunction>();
  for (const [name, { get }] of Object.entries(document.paths)) {
    const ref = get.responses['200']?.content?.['application/json']?.schema.$ref;
    if (ref !== undefined) validators.set(name, compile(ref));
  }
  const problem = compile('#/components/schemas/Problem');
  return {
    paths: Object.keys(document.paths),
    parametersOf: (name) =>
      (document.paths[name]?.get.parameters ?? []).flatMap((parameter) => {
        const key = parameter.$ref?.split('/').at(-1) ?? '';
        const { name: own, in: place } = document.components.parameters[key] ?? parameter;
        return place === 'query' && own !== undefined ? [own] : [];
      }),
    judge: (name, body) => {
      const validate = validators.get(name);
      if (validate !== undefined) return describe(validate, body);
      return { place: name, detail: 'the contract has no such answer' };
    },
    judgeProblem: (body) => describe(problem, body),
  };
}
