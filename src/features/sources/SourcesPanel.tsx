import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { type SourceParams, MAX_LIMIT } from '#src/api/params.ts';
import { sourcePagesQuery } from '#src/api/queries.ts';
import type { SourceList, SourceSummary } from '#src/api/schemas/sources.ts';
import { walkPages } from '#src/api/walk-pages.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { type SpreadsheetForm, toCsv, type CsvColumn } from '#src/lib/csv.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { LateTextOffers } from '#src/record/matches/late-text-offers.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { CsvButton } from '#src/ui/controls/CsvButton.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { LoadMore } from './LoadMore.tsx';
import { SourceFacets } from './SourceFacets.tsx';
import { SourceFilters } from './SourceFilters.tsx';
import { SourcesTable } from './SourcesTable.tsx';
import { type SourceChoices, useSourceChoices } from './use-source-choices.ts';

const PAGE_SIZE = 50;

/** The choices as request parameters; what is not chosen is not sent. */
function toSourceParams(choices: SourceChoices): Omit<SourceParams, 'cursor' | 'limit'> {
  const { language, q, meeting, reportedBy, copies, sort, asOf } = choices;
  return {
    sort,
    ...(language !== null && { language: [language] }),
    ...(q !== '' && { q }),
    ...(meeting.length > 0 && { meeting }),
    ...(reportedBy.length > 0 && { reportedBy }),
    ...(copies !== 'with' && { copies }),
    ...(asOf !== null && { to: asOf }),
  };
}

/** Downloads the whole list under the current choices, also the part that is not on screen yet. */
function DownloadSources({ params }: { params: Omit<SourceParams, 'cursor' | 'limit'> }) {
  const { t } = useI18n();
  const api = useApi();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const download = async (form: SpreadsheetForm) => {
    setState('busy');
    try {
      const sources = await walkPages((cursor) =>
        api.sources({ ...params, limit: MAX_LIMIT, ...(cursor !== null && { cursor }) }),
      );
      const name = params.to === undefined ? 'sources' : `sources-${params.to}`;
      saveFile(`${name}.csv`, 'text/csv;charset=utf-8', toCsv(SOURCE_COLUMNS, sources, form));
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <CsvButton
        label={t(state === 'busy' ? 'sources.preparing' : 'sources.downloadCsv')}
        isBusy={state === 'busy'}
        onSave={(form) => void download(form)}
      />
      <span role="status">{state === 'failed' && t('sources.downloadFailed')}</span>
    </>
  );
}

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
  return (
    <Panel
      title={first === undefined ? t('app.sources') : finding}
      lead={
        choices.asOf === null
          ? t('sources.listLead')
          : t('sources.listLeadAsOf', { date: date(choices.asOf) })
      }
      actions={<DownloadSources params={params} />}
    >
      <SourceFilters choices={choices} languages={languages} />
      <SourceFacets choices={choices} list={first ?? null} />
      <QueryView query={query} height={1600}>
        {({ pages }) =>
          total === 0 && !choices.isNarrowed ? (
            <p>
              {choices.asOf === null
                ? t('sources.emptyRecord')
                : t('sources.emptyAsOf', { date: date(choices.asOf) })}
            </p>
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
              <LoadMore query={query} pages={pages} />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

/** The columns of the downloaded list, under the contract's names; `copy` as in the package of the whole record. */
export const SOURCE_COLUMNS: readonly CsvColumn<SourceSummary>[] = [
  { id: 'id', value: ({ id }) => id },
  { id: 'title', value: ({ title }) => title },
  { id: 'publisher', value: ({ publisher }) => publisher },
  { id: 'publishedOn', value: ({ publishedOn }) => publishedOn },
  { id: 'language', value: ({ language }) => language },
  { id: 'reportedBy', value: ({ reportedBy }) => reportedBy ?? null },
  { id: 'copy', value: ({ copy }) => (copy === undefined ? null : 'yes') },
  { id: 'url', value: ({ url }) => url },
  { id: 'archivedUrl', value: ({ archivedUrl }) => archivedUrl ?? null },
  { id: 'capturedOn', value: ({ capturedOn }) => capturedOn ?? null },
  { id: 'entries', value: ({ entries }) => entries },
  { id: 'meetings', value: ({ meetings }) => meetings },
  { id: 'exchangeYears', value: ({ exchangeYears }) => exchangeYears },
  { id: 'commissions', value: ({ commissions }) => commissions },
];
