import { LONGEST_WAIT_MS } from '#src/api/client.ts';
import { ApiError, type ApiErrorKind } from '#src/api/errors.ts';
import type { MessageKey } from '#src/i18n/messages.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { isPartLost } from './lost-part.ts';

/** What failed, in words: a title, what to do, and the technical detail for whoever runs the backend. */
export interface FailureWords {
  title: string;
  advice: string;
  detail: string;
}

const WORDS: Record<ApiErrorKind, { title: MessageKey; advice: MessageKey }> = {
  network: { title: 'errors.networkTitle', advice: 'errors.networkAdvice' },
  timeout: { title: 'errors.timeoutTitle', advice: 'errors.timeoutAdvice' },
  cut: { title: 'errors.cutTitle', advice: 'errors.cutAdvice' },
  offline: { title: 'errors.offlineTitle', advice: 'errors.offlineAdvice' },
  elsewhere: { title: 'errors.elsewhereTitle', advice: 'errors.elsewhereAdvice' },
  'not-found': { title: 'errors.notFoundTitle', advice: 'errors.notFoundAdvice' },
  'signed-out': { title: 'errors.signedOutTitle', advice: 'errors.signedOutAdvice' },
  denied: { title: 'errors.deniedTitle', advice: 'errors.deniedAdvice' },
  refused: { title: 'errors.refusedTitle', advice: 'errors.refusedAdvice' },
  busy: { title: 'errors.busyTitle', advice: 'errors.busyAdvice' },
  server: { title: 'errors.serverTitle', advice: 'errors.serverAdvice' },
  'not-json': { title: 'errors.notJsonTitle', advice: 'errors.notJsonAdvice' },
  contract: { title: 'errors.contractTitle', advice: 'errors.contractAdvice' },
};

/** Puts any error into words that say what failed and what helps. */
export function failureWords(error: unknown, { t }: Translator): FailureWords {
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
  const { title, advice } = WORDS[error.kind];
  const place = error.place ?? '';
  // A word that no property and no parameter is called, for messages that then leave the name out.
  const named = (name: string | undefined) => (name === undefined || name === '' ? 'NONE' : name);
  const values = {
    place: named(place),
    parameter: named(error.problem?.parameter),
    reason: named(error.problem?.detail ?? error.problem?.title),
    seconds: error.retryAfter ?? 0,
    limit: LONGEST_WAIT_MS / 1000,
    endpoint: URL.parse(error.address)?.pathname ?? error.address,
  };
  const status = error.status === null ? '' : ` (${error.status})`;
  const where = place === '' ? '' : `${place}: `;
  return {
    title: t(title),
    advice: t(advice, values),
    detail: `${error.address}${status}: ${where}${error.message}`,
  };
}
