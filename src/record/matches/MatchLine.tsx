import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toMatchWords } from './match-words.ts';
import type { SearchOption } from './search-options.ts';

/** A match in one line of running text: its number, its name, and the name that was found where that is another one. */
export function MatchLine({ option: { type, match }, q }: { option: SearchOption; q: string }) {
  const i18n = useI18n();
  if (match === null) return null;
  const { ordinal, title, found } = toMatchWords(type, match, q, i18n);
  return (
    <>
      {ordinal !== null && `${ordinal} · `}
      <bdi lang={title.lang}>{title.text}</bdi>
      {found !== null && (
        <>
          {' '}
          <bdi lang={found.lang}>{found.text}</bdi>
        </>
      )}
    </>
  );
}
