import { PlotRect, type MarkTarget } from './PlotRect.tsx';
import { withStarts } from './with-starts.ts';

export interface StackPart {
  key: string;
  count: number;
  colour: string;
}

interface Props {
  /** Where the whole column lies, in the drawing's pixels. */
  x: number;
  y: number;
  width: number;
  height: number;
  parts: readonly StackPart[];
  titleOf: (key: string, count: number) => string;
  targetOf: (key: string) => MarkTarget;
}

const GAP = 1;
const LEAST_WITH_GAP = 3;

/**
 * A column divided into its parts, from the foot up. One bar of the chart library is divided here rather than stacked of
 * many, as the library takes its time for each.
 */
export function StackShape({ x, y, width, height, parts, titleOf, targetOf }: Props) {
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0) return null;
  const scale = height / whole;
  return (
    <g>
      {withStarts(parts, ({ count }) => count).map(({ part: { key, colour }, count, before }) => {
        const length = count * scale;
        const gap = before > 0 && length > LEAST_WITH_GAP ? GAP : 0;
        const foot = y + height - before * scale;
        return (
          <PlotRect
            key={key}
            place={{ x, y: foot - length, width: Math.max(width, 1), height: length - gap }}
            colour={colour}
            title={() => titleOf(key, count)}
            target={targetOf(key)}
          />
        );
      })}
    </g>
  );
}
