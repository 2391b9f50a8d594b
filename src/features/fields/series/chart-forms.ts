import type { Choice } from '#src/address/parameters.ts';

interface FormRules {
  /** What its summary is split by: what the reader chose to stack, the parties, or the columns of time. */
  split: 'stack' | 'party' | 'time';
  /** Whether its columns of time are stacked by what the reader chose. */
  isStacked: boolean;
  /** The order of its columns where they are columns of time, else null. */
  columnOrder: 'chosen' | 'date' | null;
  /** How a file draws it. */
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
