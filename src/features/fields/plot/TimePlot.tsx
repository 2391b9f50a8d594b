import { memo, useCallback, useMemo } from 'react';
import { Bar, BarChart, CartesianGrid, XAxis, YAxis, type BarShapeProps } from 'recharts';

import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import { StackShape } from './StackShape.tsx';
import type { TimePart } from './use-time-parts.ts';

interface Props {
  /** The keys of the columns, oldest first. */
  keys: readonly string[];
  parts: readonly TimePart[];
  titleOf: (column: string, part: string, count: number) => string;
  cellOf: (column: string, part: EvidenceCell) => EvidenceCell;
}

/**
 * For every part of the chart: drawn where it stands, in the order in which it is written. Otherwise the library draws each
 * into a layer of its own, keeps the last of these layers for as long as the page is open, and with it all that hangs
 * together with it: the whole view that has gone, thousands of rows too.
 */
const IN_PLACE = { zIndex: 0 } as const;

const HEIGHT = 200;
const AXIS_WIDTH = 36;
const TICK = { fontSize: 12, fill: 'var(--ink-2)' };
const MARGIN = { top: 8, right: 1, bottom: 0, left: 0 };

/** Every entry once, meeting by meeting or year by year, drawn by recharts; its table twin says the same. */
export const TimePlot = memo(function TimePlot({ keys, parts, titleOf, cellOf }: Props) {
  const data = useMemo(
    () =>
      keys.map((key) => ({
        key,
        whole: parts.reduce((sum, { counts }) => sum + (counts.get(key) ?? 0), 0),
      })),
    [keys, parts],
  );
  const shape = useCallback(
    ({ originalDataIndex, x, y, width, height }: BarShapeProps) => {
      const column = keys[originalDataIndex];
      if (column === undefined) return null;
      const partOf = (key: string) => parts.find((part) => part.key === key);
      return (
        <StackShape
          x={x}
          y={y}
          width={width}
          height={height}
          parts={parts.map(({ key, colour, counts }) => ({
            key,
            colour,
            count: counts.get(column) ?? 0,
          }))}
          titleOf={(key, count) => titleOf(column, key, count)}
          targetOf={(key) => ({ cell: cellOf(column, partOf(key)?.cell ?? {}) })}
        />
      );
    },
    [keys, parts, titleOf, cellOf],
  );
  return (
    <div aria-hidden="true">
      <BarChart
        responsive
        style={{ width: '100%', height: HEIGHT }}
        data={data}
        margin={MARGIN}
        barCategoryGap="15%"
        accessibilityLayer={false}
      >
        <CartesianGrid {...IN_PLACE} vertical={false} stroke="var(--rule)" />
        <Bar {...IN_PLACE} dataKey="whole" isAnimationActive={false} shape={shape} />
        <XAxis
          {...IN_PLACE}
          dataKey="key"
          tick={TICK}
          tickLine={false}
          stroke="var(--rule-strong)"
        />
        <YAxis
          {...IN_PLACE}
          width={AXIS_WIDTH}
          allowDecimals={false}
          tick={TICK}
          tickLine={false}
          axisLine={false}
        />
      </BarChart>
    </div>
  );
});
