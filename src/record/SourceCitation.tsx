import { Link } from 'react-router';

import type { Source } from '#src/api/schemas/sources.ts';
import { paths } from '#src/filters/paths.ts';
import { useLinkTo } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { ExternalLink } from '#src/ui/ExternalLink.tsx';

interface Props {
  source: Source | null;
  /** The place in the document, such as "paragraph 4", as the record has it. */
  locator: string | null;
}

/** Where a fact is written: publisher, date and place in the document, with the way to the document itself. */
export function SourceCitation({ source, locator }: Props) {
  const i18n = useI18n();
  const linkTo = useLinkTo();
  if (source === null) return <span>{i18n.t('record.noSource')}</span>;
  return (
    <span>
      <Link to={linkTo(paths.source(source.id))} title={source.title}>
        {source.publisher}
      </Link>
      {source.publishedOn !== null && (
        <>
          {', '}
          <time dateTime={source.publishedOn}>{i18n.date(source.publishedOn, 'short')}</time>
        </>
      )}
      {locator !== null && (
        <>
          {', '}
          <span lang="en">{locator}</span>
        </>
      )}{' '}
      <ExternalLink href={source.url}>{i18n.t('record.openSource')}</ExternalLink>
    </span>
  );
}
