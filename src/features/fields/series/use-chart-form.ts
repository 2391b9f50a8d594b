import type { SummaryDimension, SummarySplit } from '#src/api/schemas/entries.ts';
import { useValue } from '#src/address/use-address.ts';
import type { Choice } from '#src/address/parameters.ts';
import { CHART_FORMS } from './chart-forms.ts';

/** Which drawing the address asks for, and what it needs the summary to be split by. */
export interface ChartForm {
  chart: Choice<'chart'>;
  stack: Choice<'stack'>;
  /** Entries for every drawing that cannot show anything else. */
  measure: Choice<'measure'>;
  by: SummaryDimension;
  isSplit: boolean;
  /** What the summary is asked to count by; every part of the page that asks the chart's question asks just this. */
  dimensions: { by: SummaryDimension; split?: SummarySplit };
}

/** Reads the drawing off the address; choices that do not fit together are settled here and nowhere else. */
export function useChartForm(): ChartForm {
  const chart = useValue('chart');
  const stack = useValue('stack');
  const measure = useValue('measure');
  const per = useValue('per');
  const { split, isStacked } = CHART_FORMS[chart];
  const ofEntries = { chart, stack, measure: 'entries', isSplit: true } as const;
  if (split === 'party') return { ...ofEntries, by: 'party', dimensions: { by: 'party' } };
  if (split === 'time') {
    const dimensions = { by: per, ...(isStacked && stack !== 'none' && { split: stack }) };
    return { ...ofEntries, by: per, dimensions };
  }
  const by = stack === 'party' ? 'party' : 'kind';
  return { chart, stack, measure, by, isSplit: stack !== 'none', dimensions: { by } };
}
