import { PlotRect, type MarkTarget } from './PlotRect.tsx';

export interface StackPart {
  key: string;
  count: number;
  colour: string;
}

interface Props {
  /** Where the whole bar lies, in the drawing's pixels. */
  x: number;
  y: number;
  width: number;
  height: number;
  parts: readonly StackPart[];
  isUpright?: boolean;
  isDimmed?: boolean | undefined;
  titleOf: (key: string, count: number) => string;
  targetOf: (key: string) => MarkTarget;
}

const GAP = 1;
const LEAST_WITH_GAP = 3;

/** The parts that are there, each with what lies before it. */
function withStarts(parts: readonly StackPart[]) {
  let before = 0;
  return parts
    .filter(({ count }) => count > 0)
    .map((part) => {
      const start = before;
      before += part.count;
      return { ...part, before: start };
    });
}

/**
 * A bar divided into its parts: from left to right, or from the foot up. One bar of the chart library is divided here
 * rather than stacked of many, as the library takes its time for each.
 */
export function StackShape({ parts, isUpright = false, isDimmed = false, ...rest }: Props) {
  const { x, y, width, height, titleOf, targetOf } = rest;
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0) return null;
  const scale = (isUpright ? height : width) / whole;
  return (
    <g>
      {withStarts(parts).map(({ key, count, colour, before }) => {
        const start = before * scale;
        const length = count * scale;
        const gap = before > 0 && length > LEAST_WITH_GAP ? GAP : 0;
        const box = isUpright
          ? { x, y: y + height - start - length, width, height: length - gap }
          : { x: x + start + gap, y, width: length - gap, height };
        return (
          <PlotRect
            key={key}
            {...box}
            colour={colour}
            isDimmed={isDimmed}
            title={() => titleOf(key, count)}
            target={targetOf(key)}
          />
        );
      })}
    </g>
  );
}
