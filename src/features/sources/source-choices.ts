import type { SourceParams } from '#src/api/params.ts';
import type { Choice } from '#src/address/parameters.ts';

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
