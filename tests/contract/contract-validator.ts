import { Ajv2020 } from 'ajv/dist/2020.js';

import { document } from './contract-document.ts';
import { FORMATS } from './run-time-schemas.ts';

/** Judges by the document alone; strict, so that a keyword or a format that nobody knows is an error. */
export const ajv = new Ajv2020({ strict: true, allErrors: true });

for (const [name, isValid] of Object.entries(FORMATS)) ajv.addFormat(name, isValid);
ajv.addVocabulary(['components']);
ajv.addSchema({ $id: 'contract', components: { schemas: document.components.schemas } });

export const toValidator = (component: string) =>
  ajv.compile({ $ref: `contract#/components/schemas/${component}` });
