import type { SummaryDimension } from '#src/api/schemas/entries.ts';
import { useChoice } from '#src/filters/ChosenChoices.tsx';
import type { Choice } from '#src/filters/choices.ts';
import { CHART_FORMS } from './chart-forms.ts';

/** Which drawing the address asks for, and what it needs the summary to be split by. */
export interface ChartForm {
  chart: Choice<'chart'>;
  stack: Choice<'stack'>;
  /** Entries for every drawing that cannot show anything else. */
  measure: Choice<'measure'>;
  by: SummaryDimension;
  isSplit: boolean;
}

/** Reads the drawing off the address; choices that do not fit together are settled here and nowhere else. */
export function useChartForm(): ChartForm {
  const [chart] = useChoice('chart');
  const [stack] = useChoice('stack');
  const [measure] = useChoice('measure');
  const [per] = useChoice('per');
  const { split } = CHART_FORMS[chart];
  if (split === 'party') return { chart, stack, measure: 'entries', by: 'party', isSplit: true };
  if (split === 'time') return { chart, stack, measure: 'entries', by: per, isSplit: true };
  const by = stack === 'party' ? 'party' : 'kind';
  return { chart, stack, measure, by, isSplit: stack !== 'none' };
}
