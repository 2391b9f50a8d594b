import * as v from 'valibot';

import { languageTag } from '#src/api/schemas/common.ts';
import type { SourceParams } from '#src/api/params.ts';
import type { Choice } from '#src/address/choices.ts';

/** The language that an address asks for; `refused` is what it says instead of one. */
export function parseSourceLanguage(search: URLSearchParams): {
  language: string | null;
  refused: string | null;
} {
  const value = search.get('language');
  if (value === null || value === '') return { language: null, refused: null };
  return v.is(languageTag, value)
    ? { language: value, refused: null }
    : { language: null, refused: value };
}

interface SourceChoices {
  language: string | null;
  q: string;
  meeting: readonly number[];
  sort: Choice<'sourceSort'>;
  /** A day; null while the whole record counts. */
  asOf: string | null;
}

/** The choices as request parameters; what is not chosen is not sent. */
export function toSourceParams(choices: SourceChoices): Omit<SourceParams, 'cursor' | 'limit'> {
  const { language, q, meeting, sort, asOf } = choices;
  return {
    sort,
    ...(language !== null && { language: [language] }),
    ...(q !== '' && { q }),
    ...(meeting.length > 0 && { meeting: [...meeting] }),
    ...(asOf !== null && { to: asOf }),
  };
}
