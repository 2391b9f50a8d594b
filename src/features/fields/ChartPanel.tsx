import type { UseQueryResult } from '@tanstack/react-query';
import { memo, type ComponentType } from 'react';

import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { countActive } from '#src/address/filters.ts';
import { useFollowingFilters, useValue } from '#src/address/use-address.ts';
import type { Choice } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LateTextOffers } from '#src/record/matches/late-text-offers.ts';
import { useCloselyCoded } from '#src/record/use-closely-coded.ts';
import { Menu } from '#src/ui/controls/Menu.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { BalanceChart } from './chart/BalanceChart.tsx';
import { ChartChoices, ViewMenu } from './chart/ChartChoices.tsx';
import { ChartDownloads } from './export/ChartDownloads.tsx';
import styles from './ChartPanel.module.css';
import { FieldsChart } from './chart/FieldsChart.tsx';
import { FieldsTable } from './chart/FieldsTable.tsx';
import { HeatGrid } from './heat/HeatGrid.tsx';
import { PinButton } from './compare/PinButton.tsx';
import { TimeChart } from './chart/TimeChart.tsx';
import toggleStyles from './plot/FieldToggle.module.css';
import { useBalanceNames, useChartForm, useChartTitle } from './series/use-chart-form.ts';
import { useFieldSeries } from './series/use-field-series.ts';
import type { FieldSeries } from './series/field-series.ts';
import { Nothing } from './series/Nothing.tsx';

const SKELETON_HEIGHT = 700;

/** Which meetings of those over time were coded more closely than is usual, so that their counts say less of the rest. */
function CodingNote({ summary }: { summary: FieldSummary | undefined }) {
  const { t, list } = useI18n();
  const { chart } = useChartForm();
  const closely = useCloselyCoded();
  if (summary?.by !== 'meeting') return null;
  const marked = summary.columns.filter(({ key }) => closely.has(Number(key)));
  if (marked.length === 0) return null;
  const meetings = list(
    marked.map(({ key }) => t('record.meetingShort', { ordinal: Number(key) })),
  );
  return (
    <span className={styles.coding}>
      {t('fields.codedClosely', { mark: chart === 'heat' ? '* ' : '', meetings })}
    </span>
  );
}

interface Props {
  query: UseQueryResult<FieldSummary>;
  /** The finding, as the page's heading says it; downloads carry it. */
  finding: string;
}

/** The chart and its table twin, with the choices of what is drawn, what is counted and how it is split. */
export function ChartPanel({ query, finding }: Props) {
  const { t } = useI18n();
  const { chart, measure } = useChartForm();
  const title = useChartTitle();
  const names = useBalanceNames();
  // Of an answer to the filters before, nobody can say that nothing was left out.
  const isFiltered = countActive(useFollowingFilters()) > 0 || query.isPlaceholderData;
  return (
    <Panel
      title={title}
      note={
        <>
          {chart === 'bars'
            ? t(`fields.chartLead-${measure}`)
            : t(`fields.chartLead-${chart}`, names)}{' '}
          {t('fields.chartNote')} <CodingNote summary={query.data} />
        </>
      }
      actions={
        <>
          <ViewMenu />
          {(query.data !== undefined || query.error === null) && (
            // Numbers of the filters before must not be taken along under the words of these.
            <span className={styles.actions} inert={query.isPlaceholderData}>
              <PinButton />
              <Menu label={t('fields.save')} disabled={query.data === undefined}>
                {query.data && <ChartDownloads summary={query.data} finding={finding} />}
              </Menu>
            </span>
          )}
        </>
      }
    >
      <ChartChoices />
      <QueryView query={query} height={SKELETON_HEIGHT}>
        {(summary) => (
          <>
            {summary.total.entries > 0 && <OffersBesideEntries />}
            <Drawing summary={summary} isFiltered={isFiltered} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

const DRAWINGS: Record<
  Choice<'chart'>,
  ComponentType<{ summary: FieldSummary; series: FieldSeries }>
> = { bars: FieldsChart, balance: BalanceChart, time: TimeChart, heat: HeatGrid };

/** A text may find some entries, and be the name of what others write in another language. */
function OffersBesideEntries() {
  const q = useValue('q');
  return q !== '' && <LateTextOffers isBesideEntries />;
}

/** Drawn anew for other numbers, not for every word about them. */
const Drawing = memo(function Drawing({
  summary,
  isFiltered,
}: {
  summary: FieldSummary;
  isFiltered: boolean;
}) {
  const { t } = useI18n();
  const { chart, by } = useChartForm();
  const show = useValue('show');
  const series = useFieldSeries(summary);
  const Form = DRAWINGS[chart];
  // The answer to the previous question may be split by something else, which this drawing cannot show.
  if (summary.by !== by) return <Skeleton height={SKELETON_HEIGHT} />;
  if (series.bars.length === 0)
    return (
      <>
        <Nothing isFiltered={isFiltered} />
        <LateTextOffers />
      </>
    );
  return (
    <>
      {show === 'table' ? (
        <FieldsTable series={series} />
      ) : (
        // One form that fails leaves the others to choose from.
        <PanelBoundary key={chart}>
          <Form summary={summary} series={series} />
        </PanelBoundary>
      )}
      {series.emptyFields > 0 && (
        <p className={`${toggleStyles.note} tiny quiet`}>
          {t('fields.emptyFields', { count: series.emptyFields })}
        </p>
      )}
    </>
  );
});
