import { LONGEST_WAIT_MS } from '#src/api/client.ts';
import { ApiError } from '#src/api/errors.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { isPartLost } from './lost-part.ts';

/** What failed, in words: a title, what to do, and the technical detail for whoever runs the backend. */
export interface FailureWords {
  title: string;
  advice: string;
  detail: string;
}

/** Puts any error into words that say what failed and what helps. */
export function failureWords(error: unknown, { t, afterSeconds }: Translator): FailureWords {
  if (isPartLost(error)) {
    return { title: t('app.updateFailed'), advice: t('errors.partAdvice'), detail: String(error) };
  }
  if (!(error instanceof ApiError)) {
    return {
      title: t('errors.unexpectedTitle'),
      advice: t('errors.unexpectedAdvice'),
      detail: String(error),
    };
  }
  const place = error.place ?? '';
  // A word that no property and no parameter is called, for messages that then leave the name out.
  const named = (name: string | undefined) => (name === undefined || name === '' ? 'NONE' : name);
  const values = {
    place: named(place),
    parameter: named(error.problem?.parameter),
    reason: named(error.problem?.detail ?? error.problem?.title),
    after: error.retryAfter ? afterSeconds(error.retryAfter) : 'NONE',
    limit: LONGEST_WAIT_MS / 1000,
    endpoint: URL.parse(error.address)?.pathname ?? error.address,
  };
  const status = error.status === null ? '' : ` (${error.status})`;
  const where = place === '' ? '' : `${place}: `;
  return {
    title: t(`errors.title-${error.kind}`),
    advice: t(`errors.advice-${error.kind}`, values),
    detail: `${error.address}${status}: ${where}${error.message}`,
  };
}
