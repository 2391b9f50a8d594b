import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { toEntryFilters } from '#src/filters/filters.ts';
import { useView, ViewContext } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { CiteButton } from '#src/record/CiteButton.tsx';
import { CopyButton } from '#src/ui/CopyButton.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/PanelBoundary.tsx';
import { ChartPanel } from './ChartPanel.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { CompareStarts } from './CompareStarts.tsx';
import { EntriesPanel } from './EntriesPanel.tsx';
import { findingWords, findLeader } from './field-finding.ts';
import styles from './FieldsPage.module.css';
import { EvidencePanel } from './EvidencePanel.tsx';
import { FilterBar } from './FilterBar.tsx';
import { useChartForm } from './use-chart-form.ts';

/** Which fields the mechanism moves: the finding, the chart, the filters, and every entry behind each number. */
export function FieldsPage() {
  const i18n = useI18n();
  const { t, date } = i18n;
  const view = useView();
  const { filters, asOf, evidence, pins } = view;
  // The chart comes first: the rows below it are drawn when it stands.
  const later = useDeferredValue(view);
  const { by, measure } = useChartForm();
  const api = useApi();
  const params = toEntryFilters(filters, asOf);
  const query = useQuery(summaryQuery(api, { ...params, by }));
  const { data } = query;
  const finding = data ? findingWords(findLeader(data, measure), measure, i18n) : t('fields.title');
  return (
    <>
      <PageHeading
        title={finding}
        documentTitle={t('fields.title')}
        lead={
          data &&
          t('fields.lead', {
            entries: data.total.entries,
            fields: data.total.fields,
            meetings: data.total.meetings,
            sources: data.total.sources,
            date: date(asOf),
          })
        }
        actions={
          <>
            <CopyButton
              look="bordered"
              label={t('app.copyViewLink')}
              text={() => window.location.href}
            />
            <CiteButton
              look="bordered"
              what={{
                kind: 'page',
                id: 'fields',
                title: finding,
              }}
            />
          </>
        }
      />
      <div className={`${styles.page} ${evidence === null ? '' : styles.isOpen}`}>
        <FilterBar facets={data?.facets ?? null} isPending={query.isPlaceholderData} />
        <div className={styles.main}>
          <ChartPanel query={query} params={params} finding={finding} />
          {data && data.total.entries > 0 && <CompareStarts />}
          {pins.length > 0 && (
            <PanelBoundary>
              <ComparePanel />
            </PanelBoundary>
          )}
          <ViewContext value={later}>
            <EntriesPanel params={toEntryFilters(later.filters, later.asOf)} />
          </ViewContext>
        </div>
        {evidence !== null && (
          <PanelBoundary>
            <EvidencePanel key={JSON.stringify(evidence)} cell={evidence} />
          </PanelBoundary>
        )}
      </div>
    </>
  );
}
