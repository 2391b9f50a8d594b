import { useMemo } from 'react';

import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useValue } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { inOrder, toBars, type FieldSeries, type SeriesOptions } from './field-series.ts';
import { useChartForm, CHART_FORMS } from './use-chart-form.ts';

export function useSeriesOptions(): SeriesOptions {
  const { name, locale } = useI18n();
  const { taxonomy } = useRecord();
  const { chart, measure, isSplit } = useChartForm();
  const order = useValue('order');
  const columnOrder = useValue('columnOrder');
  const ofForm = CHART_FORMS[chart].columnOrder;
  const axis = ofForm === 'chosen' ? columnOrder : (ofForm ?? undefined);
  const rows = order === 'similarity' && ofForm !== 'chosen' ? 'value' : order;
  return useMemo(
    () => ({
      measure,
      isSplit,
      order: rows,
      ...(axis && { columnOrder: axis }),
      taxonomy,
      nameOf: (field) => name(field.name),
      locale,
    }),
    [measure, isSplit, rows, axis, taxonomy, name, locale],
  );
}

/** The one value that the drawing and its table twin show; downloads make it when they are asked for. */
export function useFieldSeries(summary: FieldSummary): FieldSeries {
  const options = useSeriesOptions();
  const { measure, isSplit, columnOrder } = options;
  const bars = useMemo(
    () => toBars(summary, { measure, isSplit, ...(columnOrder && { columnOrder }) }),
    [summary, measure, isSplit, columnOrder],
  );
  return useMemo(() => inOrder(bars, options), [bars, options]);
}
