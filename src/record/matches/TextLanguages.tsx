import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { MAX_LIMIT } from '#src/api/params.ts';
import { entryPageQuery } from '#src/api/queries.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { languageName } from '#src/i18n/language-name.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { languagesOf } from './text-offers.ts';

/** All entries, or the latest ones where they are more than one answer holds. */
export function useLatestTexts() {
  const { asOf } = useAsOf();
  const latest = { to: asOf, sort: '-meeting', limit: MAX_LIMIT } as const;
  return useQuery(entryPageQuery(useApi(), latest));
}

/** Says which languages the entries are written in, as they themselves say. Nothing stands here until that is known. */
export function TextLanguages() {
  const { t, list, locale } = useI18n();
  const { data } = useLatestTexts();
  if (data === undefined || data.items.length === 0) return null;
  const languages = list(languagesOf(data.items).map((lang) => languageName(lang, locale)));
  return data.total > data.items.length ? (
    <p>{t('search.latestTextsIn', { languages, count: data.items.length })}</p>
  ) : (
    <p>{t('search.textsIn', { languages })}</p>
  );
}
