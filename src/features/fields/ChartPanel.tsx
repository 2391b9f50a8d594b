import type { UseQueryResult } from '@tanstack/react-query';

import type { EntryFilters } from '#src/api/params.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useChoice } from '#src/filters/choices.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/QueryView.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import { BalanceChart } from './BalanceChart.tsx';
import { ChartChoices } from './ChartChoices.tsx';
import { ChartDownloads } from './ChartDownloads.tsx';
import { FieldsChart } from './FieldsChart.tsx';
import { FieldsTable } from './FieldsTable.tsx';
import { HeatGrid } from './HeatGrid.tsx';
import { PinButton } from './PinButton.tsx';
import { TimeChart } from './TimeChart.tsx';
import toggleStyles from './FieldToggle.module.css';
import { useBalanceNames } from './use-balance-names.ts';
import { useChartForm } from './use-chart-form.ts';
import { useFieldSeries } from './use-field-series.ts';

const SKELETON_HEIGHT = 700;

interface Props {
  query: UseQueryResult<FieldSummary>;
  params: EntryFilters;
  /** The finding, as the page's heading says it; downloads carry it. */
  finding: string;
}

/** The chart and its table twin, with the choices of what is drawn, what is counted and how it is split. */
export function ChartPanel({ query, params, finding }: Props) {
  const { t } = useI18n();
  const { chart, measure } = useChartForm();
  const isBars = chart === 'bars';
  const values = useBalanceNames();
  return (
    <Panel
      title={isBars ? t(`fields.chartTitle-${measure}`) : t(`fields.chartTitle-${chart}`, values)}
      lead={isBars ? t(`fields.chartLead-${measure}`) : t(`fields.chartLead-${chart}`, values)}
      note={t('fields.chartNote')}
      actions={
        query.data &&
        !query.isPlaceholderData && (
          <>
            <PinButton />
            <ChartDownloads summary={query.data} finding={finding} />
          </>
        )
      }
    >
      <ChartChoices />
      <QueryView query={query} skeleton={<Skeleton height={SKELETON_HEIGHT} />}>
        {(summary) => <Drawing summary={summary} params={params} />}
      </QueryView>
    </Panel>
  );
}

function Drawing({ summary, params }: { summary: FieldSummary; params: EntryFilters }) {
  const { t } = useI18n();
  const { chart, by } = useChartForm();
  const [show] = useChoice('show');
  const series = useFieldSeries(summary);
  // The answer to the previous question may be split by something else, which this drawing cannot show.
  if (summary.by !== by) return <Skeleton height={SKELETON_HEIGHT} />;
  if (series.bars.length === 0) return <p>{t('fields.nothing')}</p>;
  return (
    <>
      {show === 'table' && <FieldsTable series={series} />}
      {show === 'chart' && chart === 'bars' && <FieldsChart series={series} />}
      {show === 'chart' && chart === 'balance' && <BalanceChart series={series} />}
      {show === 'chart' && chart === 'heat' && <HeatGrid series={series} />}
      {show === 'chart' && chart === 'time' && (
        <TimeChart params={params} summary={summary} series={series} />
      )}
      {series.emptyFields > 0 && (
        <p className={toggleStyles.note}>
          {t('fields.emptyFields', { count: series.emptyFields })}
        </p>
      )}
    </>
  );
}
