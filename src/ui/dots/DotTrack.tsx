import type { ReactNode } from 'react';

import styles from './DotTrack.module.css';

const percent = (part: number) => `${100 * part}%`;

export interface Dot {
  key: string;
  value: number;
  /** What marks the value, drawn around it. */
  sign: ReactNode;
  className?: string | undefined;
}

interface TrackProps {
  /** The values at which the axis has a line, from 0 to its end. */
  marks: readonly number[];
  /** What is on record: silence is no zero, and has no dot. */
  dots: readonly Dot[];
}

/** A row's values on one scale, with what lies between them; numbers beside it say the same to everybody. */
export function DotTrack({ marks, dots }: TrackProps) {
  const end = marks.at(-1) || 1;
  const values = dots.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (
    <span className={styles.track} aria-hidden="true">
      {marks.map((mark) => (
        <span
          key={mark}
          className={styles.line}
          style={{ insetInlineStart: percent(mark / end) }}
        />
      ))}
      {dots.length > 1 && (
        <span
          className={styles.gap}
          style={{ insetInlineStart: percent(low / end), width: percent((high - low) / end) }}
        />
      )}
      {dots.map(({ key, value, sign, className = '' }) => (
        <span
          key={key}
          className={`${styles.dot} ${className}`}
          style={{ insetInlineStart: percent(value / end) }}
        >
          {sign}
        </span>
      ))}
    </span>
  );
}

interface AxisProps {
  marks: readonly number[];
  /** A mark's value in words. */
  words: (mark: number) => string;
}

/** The scale over rows of dots. */
export function DotAxis({ marks, words }: AxisProps) {
  const end = marks.at(-1) || 1;
  return (
    <span className={`${styles.axis} tiny quiet`}>
      {marks.map((mark) => (
        <span key={mark} style={{ insetInlineStart: percent(mark / end) }}>
          {words(mark)}
        </span>
      ))}
    </span>
  );
}

/** The marks of an axis from 0 to at least the highest value, at round steps, about four of them. */
export function axisMarks(highest: number): number[] {
  if (highest <= 0) return [0];
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  // Rounded, since 3 times 0.1 is not 0.3.
  const count = Math.ceil(Number((highest / step).toFixed(6)));
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(6)));
}
