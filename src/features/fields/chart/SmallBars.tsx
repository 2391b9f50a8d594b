import styles from './TimeChart.module.css';

interface Props {
  counts: readonly number[];
  /** The value at the top edge, the same for all drawings that are to be compared. */
  max: number;
  colour: string;
  titleOf: (index: number) => string;
  onChosen: (index: number) => void;
}

const BAR_SHARE = 0.8;

/** A drawing of bars small enough to stand beside thirty others; the table twin and the heat map hold its numbers. */
export function SmallBars({ counts, max, colour, titleOf, onChosen }: Props) {
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${Math.max(counts.length, 1)} ${max}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {counts.map((count, index) =>
        count === 0 ? null : (
          <rect
            // The columns of one drawing have no other identity than their place.
            key={titleOf(index)}
            x={index + (1 - BAR_SHARE) / 2}
            y={max - count}
            width={BAR_SHARE}
            height={count}
            style={{ fill: colour, cursor: 'pointer' }}
            onClick={() => onChosen(index)}
          >
            <title>{titleOf(index)}</title>
          </rect>
        ),
      )}
    </svg>
  );
}
