import { useMemo } from 'react';

import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useChoice } from '#src/filters/ChosenChoices.tsx';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { inOrder, toBars, type FieldSeries } from './field-series.ts';
import { useChartForm } from './use-chart-form.ts';

/** The one value that the drawing, its table twin and its downloads show. */
export function useFieldSeries(summary: FieldSummary): FieldSeries {
  const { name, locale } = useI18n();
  const { taxonomy } = useView();
  const { chart, measure, isSplit } = useChartForm();
  const [order] = useChoice('order');
  const [columnOrder] = useChoice('columnOrder');
  const axis = chart === 'heat' ? columnOrder : chart === 'time' ? ('date' as const) : undefined;
  const bars = useMemo(
    () => toBars(summary, { measure, isSplit, ...(axis && { columnOrder: axis }) }),
    [summary, measure, isSplit, axis],
  );
  return useMemo(
    () =>
      inOrder(bars, {
        order: order === 'similarity' && chart !== 'heat' ? 'value' : order,
        taxonomy,
        nameOf: (field) => name(field.name),
        locale,
      }),
    [bars, order, chart, taxonomy, name, locale],
  );
}
