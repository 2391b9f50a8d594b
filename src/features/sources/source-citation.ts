import type { Source } from '#src/api/schemas/sources.ts';
import type { Translator } from '#src/i18n/translator.ts';

/** A document as one line for a footnote, with its archived copy where there is one. */
export function sourceCitation(
  source: Source,
  { t, date }: Pick<Translator, 't' | 'date'>,
): string {
  const { title, publisher, publishedOn, url, archivedUrl } = source;
  const line = t('sources.citation', {
    title,
    publisher,
    date: publishedOn === null ? t('sources.noDate') : date(publishedOn),
    url,
  });
  return archivedUrl === undefined
    ? line
    : `${line} ${t('sources.citationArchived', { url: archivedUrl })}`;
}
