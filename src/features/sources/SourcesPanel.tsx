import { useInfiniteQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { sourcePagesQuery } from '#src/api/queries.ts';
import type { SourceList } from '#src/api/schemas/sources.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LateTextOffers } from '#src/record/matches/late-text-offers.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { DownloadSources } from './DownloadSources.tsx';
import { LoadMore } from './LoadMore.tsx';
import { toSourceParams } from './source-choices.ts';
import { SourceFilters } from './SourceFilters.tsx';
import { SourcesTable } from './SourcesTable.tsx';
import { useSourceChoices } from './use-source-choices.ts';

const PAGE_SIZE = 50;
const LIST_HEIGHT = 1600;

/** The list of documents under the choices of the address. */
export function SourcesPanel() {
  const { t, date } = useI18n();
  const choices = useSourceChoices();
  const params = toSourceParams(choices);
  const query = useInfiniteQuery(sourcePagesQuery(useApi(), { ...params, limit: PAGE_SIZE }));
  const first: SourceList | undefined = query.data?.pages[0];
  const total = first?.total ?? 0;
  const languages = first?.languages ?? null;
  const spoken = choices.language === null ? (languages?.length ?? 0) : Math.min(total, 1);
  const finding = t('sources.finding', { total, languages: spoken });
  const isNarrowed = choices.language !== null || choices.q !== '' || choices.meeting.length > 0;
  return (
    <Panel
      title={first === undefined ? t('sources.title') : finding}
      lead={
        choices.asOf === null
          ? t('sources.listLead')
          : t('sources.listLeadAsOf', { date: date(choices.asOf) })
      }
      actions={<DownloadSources params={params} />}
    >
      <SourceFilters choices={choices} languages={languages} />
      <QueryView query={query} skeleton={<Skeleton height={LIST_HEIGHT} />}>
        {({ pages }) =>
          total === 0 && !isNarrowed ? (
            <p>{t('sources.emptyRecord')}</p>
          ) : total === 0 ? (
            <>
              <Notice
                tone="info"
                title={t('sources.emptyTitle')}
                actions={<Button onClick={choices.clear}>{t('sources.clear')}</Button>}
              >
                <p>{t('sources.emptyAdvice')}</p>
              </Notice>
              <LateTextOffers />
            </>
          ) : (
            <>
              <SourcesTable
                sources={pages.flatMap(({ items }) => items)}
                caption={finding}
                sort={choices.sort}
              />
              <LoadMore
                query={query}
                shown={pages.reduce((sum, { items }) => sum + items.length, 0)}
                total={total}
              />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
