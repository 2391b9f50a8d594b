import type { UseQueryResult } from '@tanstack/react-query';

import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useChoice } from '#src/filters/choices.ts';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/QueryView.tsx';
import { Segmented } from '#src/ui/Segmented.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import styles from './ChartPanel.module.css';
import { FieldsChart } from './FieldsChart.tsx';
import { FieldsTable } from './FieldsTable.tsx';
import { toFieldSeries } from './field-series.ts';

const SKELETON_HEIGHT = 700;

/** The chart and its table twin, with the choices of what is counted and how it is split. */
export function ChartPanel({ query }: { query: UseQueryResult<FieldSummary> }) {
  const { t, name, locale } = useI18n();
  const { taxonomy } = useView();
  const [stack] = useChoice('stack');
  const [measure] = useChoice('measure');
  const [order] = useChoice('order');
  const [show] = useChoice('show');
  return (
    <Panel
      title={t(`fields.chartTitle-${measure}`)}
      lead={t(`fields.chartLead-${measure}`)}
      note={t('fields.chartNote')}
    >
      <Choices />
      <QueryView query={query} skeleton={<Skeleton height={SKELETON_HEIGHT} />}>
        {(summary) => {
          const series = toFieldSeries(summary, {
            measure,
            isSplit: stack !== 'none',
            order,
            taxonomy,
            nameOf: (field) => name(field.name),
            locale,
          });
          if (series.bars.length === 0) return <p>{t('fields.nothing')}</p>;
          const shown = { series, stack: series.keys.length > 0 ? stack : ('none' as const) };
          return show === 'table' ? (
            <FieldsTable {...shown} total={summary.total} />
          ) : (
            <FieldsChart {...shown} />
          );
        }}
      </QueryView>
    </Panel>
  );
}

function Choices() {
  const { t } = useI18n();
  const [stack, setStack] = useChoice('stack');
  const [measure, setMeasure] = useChoice('measure');
  const [order, setOrder] = useChoice('order');
  const [show, setShow] = useChoice('show');
  return (
    <div className={`${styles.choices} no-print`}>
      <Segmented
        label={t('fields.show')}
        value={show}
        onChange={setShow}
        options={[
          { value: 'chart', label: t('fields.show-chart') },
          { value: 'table', label: t('fields.show-table') },
        ]}
      />
      <Segmented
        label={t('fields.measure')}
        value={measure}
        onChange={setMeasure}
        options={[
          { value: 'entries', label: t('fields.measure-entries') },
          { value: 'meetings', label: t('fields.measure-meetings') },
        ]}
      />
      {measure === 'entries' && (
        <Segmented
          label={t('fields.stack')}
          value={stack}
          onChange={setStack}
          options={[
            { value: 'kind', label: t('fields.stack-kind') },
            { value: 'party', label: t('fields.stack-party') },
            { value: 'none', label: t('fields.stack-none') },
          ]}
        />
      )}
      <Segmented
        label={t('fields.order')}
        value={order}
        onChange={setOrder}
        options={[
          { value: 'value', label: t('fields.order-value') },
          { value: 'name', label: t('fields.order-name') },
          { value: 'group', label: t('fields.order-group') },
        ]}
      />
    </div>
  );
}
