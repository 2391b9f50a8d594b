import { useMemo } from 'react';

import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useChoice } from '#src/filters/choices.ts';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toFieldSeries, type FieldSeries } from './field-series.ts';
import { useChartForm } from './use-chart-form.ts';

/** The one value that the drawing, its table twin and its downloads show. */
export function useFieldSeries(summary: FieldSummary): FieldSeries {
  const { name, locale } = useI18n();
  const { taxonomy } = useView();
  const { chart, measure, isSplit } = useChartForm();
  const [order] = useChoice('order');
  const [columnOrder] = useChoice('columnOrder');
  return useMemo(
    () =>
      toFieldSeries(summary, {
        measure,
        isSplit,
        order: order === 'similarity' && chart !== 'heat' ? 'value' : order,
        ...(chart === 'heat' && { columnOrder }),
        ...(chart === 'time' && { columnOrder: 'date' as const }),
        taxonomy,
        nameOf: (field) => name(field.name),
        locale,
      }),
    [summary, measure, isSplit, order, chart, columnOrder, taxonomy, name, locale],
  );
}
