import { memo, type CSSProperties } from 'react';

import { PlotRect, type MarkTarget } from './PlotRect.tsx';
import { withStarts } from './with-starts.ts';
import styles from './FieldBar.module.css';

export interface PlotBar {
  id: string;
  isDimmed: boolean;
  parts: readonly number[];
  /** Where the bar begins, if not at zero. */
  from?: number;
}
export interface PlotPart {
  key: string;
  colourOf: (bar: PlotBar) => string;
  /** What a pointer on the part is told; the list and the table say the same to everybody. */
  titleOf: (bar: PlotBar, value: number) => string;
}
/** What all bars of a chart have in common. */
export interface BarScale {
  parts: readonly PlotPart[];
  /** The value at the right edge. */
  max: number;
  /** Bars reach to both sides of zero, which is in the middle; `max` is at either edge. */
  isBalanced?: boolean;
  targetOf: (bar: PlotBar, key: string) => MarkTarget;
}

/** Where a part lies between the edges, both in hundredths of what lies between them. */
function placeOf(start: number, length: number, isFirst: boolean): CSSProperties {
  // Parts are kept apart, but short ones not at the cost of what they show.
  const gap = isFirst ? '0px' : `min(1px, ${length / 3}%)`;
  return {
    x: `calc(${start}% + ${gap})`,
    width: `max(calc(${length}% - ${gap}), 1px)`,
    height: '100%',
  };
}

/**
 * The bar of a row. Name and value stand beside it as links, so the drawing itself is kept from assistive technology and
 * from the tab order. Without axes there is nothing here for the chart library to work out, and a slow phone stood still
 * while it did (decision 010). In shares of the row's room, so that it need not be measured and is right on paper too.
 */
export const FieldBar = memo(function FieldBar(props: { bar: PlotBar } & BarScale) {
  const { bar, parts, max, isBalanced = false, targetOf } = props;
  const min = isBalanced ? -max : 0;
  const share = (value: number) => (value / (Math.max(max, 1) - min)) * 100;
  return (
    <span className={`${styles.room} ${isBalanced ? styles.balanced : ''}`}>
      <svg className={styles.bar} aria-hidden="true">
        {withStarts(parts, (_part, index) => bar.parts[index] ?? 0).map(
          ({ part, count, before }) => (
            <PlotRect
              key={part.key}
              place={placeOf(share((bar.from ?? 0) + before - min), share(count), before === 0)}
              colour={part.colourOf(bar)}
              isDimmed={bar.isDimmed}
              title={() => part.titleOf(bar, count)}
              target={targetOf(bar, part.key)}
            />
          ),
        )}
      </svg>
    </span>
  );
});
