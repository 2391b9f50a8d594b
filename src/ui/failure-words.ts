import { ApiError } from '#src/api/errors.ts';
import type { Translator } from '#src/i18n/translator.ts';

/** What failed, in words: a title, what to do, and the technical detail for whoever runs the backend. */
export interface FailureWords {
  title: string;
  advice: string;
  detail: string;
}

/** Puts any error into words that say what failed and what helps. */
export function failureWords(error: unknown, { t }: Translator): FailureWords {
  if (!(error instanceof ApiError)) {
    return {
      title: t('errors.unexpectedTitle'),
      advice: t('errors.unexpectedAdvice'),
      detail: String(error),
    };
  }
  const { address } = error;
  switch (error.kind) {
    case 'network':
      return {
        title: t('errors.networkTitle'),
        advice: t('errors.networkAdvice'),
        detail: address,
      };
    case 'not-found':
      return {
        title: t('errors.notFoundTitle'),
        advice: t('errors.notFoundAdvice'),
        detail: address,
      };
    case 'refused':
      return {
        title: t('errors.refusedTitle'),
        advice: error.message,
        detail: `${address} (${error.status ?? ''})`,
      };
    case 'server':
      return {
        title: t('errors.serverTitle'),
        advice: t('errors.serverAdvice'),
        detail: `${address} (${error.status ?? ''}: ${error.message})`,
      };
    case 'not-json':
      return {
        title: t('errors.notJsonTitle'),
        advice: t('errors.notJsonAdvice'),
        detail: address,
      };
    case 'contract':
      return {
        title: t('errors.contractTitle'),
        advice: t('errors.contractAdvice', { place: error.place ?? '' }),
        detail: `${address}: ${error.place ?? ''}: ${error.message}`,
      };
  }
}
