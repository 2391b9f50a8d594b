import type * as v from 'valibot';

import { EdtfDate, identifier, languageTag } from '#src/api/schemas/common.ts';

/** What parameters of a form are, in the words of whoever asks: a pattern would say it to programs only. */
const FORMS = new Map<unknown, string>([
  [EdtfDate, 'a date of the calendar, such as 2023, 2023-12 or 2023-12-19'],
  [identifier, 'an id: at most 100 lower-case letters, digits and hyphens, such as "energy"'],
  [languageTag, 'a language tag such as "en" or "zh-Hant"'],
]);

/** What a value of a parameter has to be, by its schema. */
export function wantedValue(schema: v.GenericSchema): string {
  const { options, pipe = [] } = schema as {
    options?: readonly string[];
    pipe?: readonly { type: string; requirement?: number }[];
  };
  const limit = (type: string) => pipe.find((one) => one.type === type)?.requirement;
  const most = limit('max_value');
  if (options !== undefined) return `one of: ${options.join(', ')}`;
  if (schema.type === 'number')
    return `a whole number from ${limit('min_value')} ${most === undefined ? 'on' : `to ${most}`}`;
  return FORMS.get(schema) ?? `a text of at most ${limit('max_length')} characters`;
}
