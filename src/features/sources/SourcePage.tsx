import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { useApi } from '#src/api/ApiContext.ts';
import { ApiError } from '#src/api/errors.ts';
import { sourceQuery } from '#src/api/queries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { languageName } from '#src/i18n/language-name.ts';
import { sourceTitle } from '#src/lib/shown-text.ts';
import { sourcePageData } from '#src/lib/structured-data.ts';
import { CitationTags } from '#src/record/cite/CitationTags.tsx';
import { CiteButton } from '#src/record/cite/CiteButton.tsx';
import { ImpliedSourceContext } from '#src/record/ImpliedSourceContext.ts';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { StructuredData } from '#src/ui/StructuredData.tsx';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { Link } from '#src/ui/Link.tsx';
import { SourceEntries } from './SourceEntries.tsx';
import { SourceFacts } from './SourceFacts.tsx';
import { SourceHolds } from './SourceHolds.tsx';
import styles from './SourcePage.module.css';

/** The way from one document to all of them. */
function BackToSources() {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  return (
    <p className="no-print">
      <Link to={linkTo(paths.sources())}>{t('sources.backToList')}</Link>
    </p>
  );
}

const isUnknown = (error: Error) => error instanceof ApiError && error.kind === 'not-found';

/** One document: what it is, where it stands, and everything that rests on it. */
export function SourcePage() {
  const { t, locale } = useI18n();
  const { id = '' } = useParams();
  const query = useQuery(sourceQuery(useApi(), id));
  const { data: source, error } = query;
  if (source === undefined) {
    const isNone = error !== null && isUnknown(error);
    return (
      <>
        <PageHeading
          title={t(isNone ? 'sources.unknown' : 'app.sources')}
          lead={isNone ? t('sources.unknownLead', { id: id.slice(0, 80) }) : undefined}
        />
        {!isNone && (
          <QueryView query={query} height={640}>
            {() => null}
          </QueryView>
        )}
        <BackToSources />
      </>
    );
  }
  const title = sourceTitle(source);
  const isDescribed = source.standIn?.isFromAddress === false;
  return (
    <>
      <PageHeading
        title={title.text}
        titleLang={title.lang}
        documentTitle={t('sources.documentTitle', { title: title.text })}
        lead={
          <>
            <span translate="no">{source.publisher}</span> · {languageName(source.language, locale)}
            {isDescribed &&
              ` · ${t('sources.described', { language: languageName('en', locale) })}`}
          </>
        }
        actions={
          <>
            <CopyViewLink />
            <CiteButton look="bordered" what={{ kind: 'source', source }} />
          </>
        }
      />
      <CitationTags what={{ kind: 'source', source }} />
      <StructuredData data={sourcePageData(source)} />
      <div className={styles.page}>
        <div>
          <SourceFacts source={source} />
          <PanelBoundary>
            <SourceHolds source={source} />
          </PanelBoundary>
        </div>
        <PanelBoundary>
          <ImpliedSourceContext value={source.id}>
            <SourceEntries source={source} />
          </ImpliedSourceContext>
        </PanelBoundary>
      </div>
      <BackToSources />
    </>
  );
}
