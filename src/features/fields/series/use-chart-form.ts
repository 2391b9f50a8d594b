import type { SummaryDimension, SummarySplit } from '#src/api/schemas/entries.ts';
import { useValue } from '#src/address/use-address.ts';
import type { Choice } from '#src/address/parameters.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';

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

export function useBalanceNames(): { first: string; second: string } {
  const { name } = useI18n();
  const [first, second] = useRecord().mechanism.parties;
  return { first: first ? name(first.name) : '', second: second ? name(second.name) : '' };
}

interface FormRules {
  /** What its summary is split by: what the reader chose to stack, the parties, or the columns of time. */
  split: 'stack' | 'party' | 'time';
  /** Whether its columns of time are stacked by what the reader chose. */
  isStacked: boolean;
  /** The order of its columns where they are columns of time, else null. */
  columnOrder: 'chosen' | 'date' | null;
  figure: 'stacked' | 'arms' | 'small-bars' | 'shades';
}

/**
 * Every drawing of the fields, and all that depends on which it is but its component (in `ChartPanel.tsx`) and its words.
 * A form that is added to the address does not compile until it stands here and there.
 */
export const CHART_FORMS: Record<Choice<'chart'>, FormRules> = {
  bars: { split: 'stack', isStacked: false, columnOrder: null, figure: 'stacked' },
  balance: { split: 'party', isStacked: false, columnOrder: null, figure: 'arms' },
  time: { split: 'time', isStacked: true, columnOrder: 'date', figure: 'small-bars' },
  heat: { split: 'time', isStacked: false, columnOrder: 'chosen', figure: 'shades' },
};

/** What the drawing that the address asks for shows; its table twin has the same numbers and the same name. */
export function useChartTitle(): string {
  const { t } = useI18n();
  const { chart, measure } = useChartForm();
  const names = useBalanceNames();
  return chart === 'bars'
    ? t(`fields.chartTitle-${measure}`)
    : t(`fields.chartTitle-${chart}`, names);
}
