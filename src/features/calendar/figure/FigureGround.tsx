import type { FigureLayout, FigureMetrics } from '../layout/figure-layout.ts';
import styles from './figure.module.css';

interface Props {
  layout: FigureLayout;
  metrics: FigureMetrics;
  /** Where the as-of date lies, in pixels; what is to the right of it is hatched. */
  asOfX: number;
  hatch: string;
}

function Axis({ layout: { axis, width, height }, metrics }: Pick<Props, 'layout' | 'metrics'>) {
  const { base, ticks } = axis;
  return (
    <g>
      {ticks.map(({ date, label, x }) => (
        <g key={date}>
          <line className={styles.grid} x1={x} x2={x} y1={base} y2={height} />
          <text
            className={styles.quiet}
            x={x}
            y={metrics.text}
            fontSize={metrics.text}
            data-label="tick"
          >
            {label}
          </text>
        </g>
      ))}
      <line className={styles.axis} x1={0} x2={width} y1={base} y2={base} />
    </g>
  );
}

/** What lies under the marks: the axis, the hatched future, and the lines of the as-of date and of today. */
export function FigureGround({ layout, metrics, asOfX, hatch }: Props) {
  const { width, height, lines } = layout;
  const { base } = layout.axis;
  const future = Math.max(0, asOfX);
  return (
    <g aria-hidden="true">
      {future < width && (
        <rect
          fill={`url(#${hatch})`}
          x={future}
          y={base}
          width={width - future}
          height={height - base}
        />
      )}
      {lines.map(({ id, x, row }) => (
        <line
          key={id}
          className={id === 'as-of' ? styles.asOfLine : styles.todayLine}
          x1={x}
          x2={x}
          y1={(row + 2) * metrics.line - 2}
          y2={height}
        />
      ))}
      {lines.map(({ id, label, box, row }) => (
        <text
          key={id}
          className={`${styles.text} ${id === 'as-of' ? styles.strong : styles.quiet}`}
          x={box.left}
          y={(row + 1) * metrics.line + metrics.text}
          fontSize={metrics.text}
          data-label="line"
        >
          {label}
        </text>
      ))}
      <Axis layout={layout} metrics={metrics} />
    </g>
  );
}
