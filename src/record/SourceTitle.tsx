import type { Source } from '#src/api/schemas/sources.ts';
import { sourceTitle } from '#src/lib/shown-text.ts';
import { languageName } from '#src/i18n/language-name.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';

/**
 * A document by its title, in the title's own language; without one, by what the page is. That is a sentence of the record,
 * which says so, and its own language, which is seldom the document's; a title is in the document's, which stands beside it.
 */
export function SourceTitle({ of: source }: { of: Source }) {
  const told = sourceTitle(source);
  const { t, locale } = useI18n();
  return (
    <>
      <span lang={told.lang} dir="auto">
        {told.text}
      </span>
      {source.standIn?.isFromAddress === false && (
        <span className="tiny quiet">
          {' '}
          {t('sources.standIn', { language: languageName(told.lang, locale) })}
        </span>
      )}
    </>
  );
}
