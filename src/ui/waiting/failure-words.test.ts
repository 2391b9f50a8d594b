import { expect, it } from 'vitest';

import { ApiError } from '#src/api/errors.ts';
import { loadCatalogue } from '#src/i18n/load-catalogue.ts';
import { createTranslator } from '#src/i18n/translator.ts';
import { failureWords } from './failure-words.ts';

it.each([
  ['en', 0, 'Try again in a moment.'],
  ['en', 1, 'Try again in 1 second.'],
  ['en', 60, 'Try again in 1 minute.'],
  ['en', 90, 'Try again in 90 seconds.'],
  ['en', 121, 'Try again in 3 minutes.'],
  ['en', 3660, 'Try again in 61 minutes.'],
  ['en', 86_399, 'Try again in 24 hours.'],
  ['en', 86_400, 'Try again in 1 day.'],
  ['en', 604_800, 'Try again in 7 days.'],
  ['zh', 0, '请稍后重试。'],
  ['zh', 7200, '请在2小时后重试。'],
  ['ru', 0, 'Повторите попытку чуть позже.'],
  ['ru', 86_400, 'Повторите попытку через 1 день.'],
  ['ru', 172_800, 'Повторите попытку через 2 дня.'],
  ['ru', 21_600, 'Повторите попытку через 6 часов.'],
] as const)(
  'tells a wait in a unit that fits it and never too short: %s, %i seconds',
  async (language, retryAfter, words) => {
    const i18n = createTranslator(language, await loadCatalogue(language));
    const details = { address: 'http://api.test/v1/fields', status: 503, message: '', retryAfter };
    for (const kind of ['busy', 'server'] as const) {
      expect(failureWords(new ApiError(kind, details), i18n).advice).toContain(words);
    }
  },
);
