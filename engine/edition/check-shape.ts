import * as v from 'valibot';

import { languageTag } from '#src/api/schemas/common.ts';
import { type EditionError, toJsonPath } from './edition-error.ts';

type Steps = readonly (string | number)[];
type Report = (steps: Steps, message: string) => void;

/** The schemas drop what they do not know, as readers of answers should; what comes in would be lost without a word. */
function reportDropped(given: unknown, kept: unknown, steps: Steps, report: Report): void {
  if (typeof given !== 'object' || given === null) return;
  const pairs = Array.isArray(given) ? given.entries() : Object.entries(given);
  const held = kept as Record<string | number, unknown>;
  for (const [key, value] of pairs) {
    if (!Object.hasOwn(held, key)) report([...steps, key], 'no property has this name');
    else if (typeof value === 'object') reportDropped(value, held[key], [...steps, key], report);
  }
}

/** The properties that hold texts by language. */
const BY_LANGUAGE = /^name$|Name$|^translations$|Translations$/;

/** Names are told by language: a key that is no language's tag is a name that nobody will see. */
function reportTags(given: unknown, steps: Steps, report: Report): void {
  if (typeof given !== 'object' || given === null) return;
  const pairs = Array.isArray(given) ? given.entries() : Object.entries(given);
  for (const [key, value] of pairs) {
    if (BY_LANGUAGE.test(String(key)) && typeof value === 'object' && value !== null) {
      for (const tag of Object.keys(value))
        if (!v.is(languageTag, tag))
          report([...steps, key, tag], 'no language has this tag (BCP 47)');
    } else if (typeof value === 'object') reportTags(value, [...steps, key], report);
  }
}

/** Holds a parsed content against its schema; what it is then, or undefined and every error under its JSON path. */
export function checkShape<Schema extends v.GenericSchema>(
  schema: Schema,
  content: unknown,
  file: string,
  errors: EditionError[],
): v.InferOutput<Schema> | undefined {
  const before = errors.length;
  const report: Report = (steps, message) =>
    errors.push({ file, path: toJsonPath(steps), message });
  const result = v.safeParse(schema, content);
  if (!result.success) {
    for (const { path = [], message } of result.issues)
      report(
        path.map(({ key }) => (typeof key === 'number' ? key : String(key))),
        message,
      );
    return undefined;
  }
  reportDropped(content, result.output, [], report);
  reportTags(content, [], report);
  return errors.length > before ? undefined : result.output;
}
