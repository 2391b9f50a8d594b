import { useSearchWith } from '#src/address/use-address.ts';
import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import { KEEPS_PLACE, useLinks } from '#src/ui/LinksContext.tsx';
import styles from './TimeChart.module.css';

interface Props {
  counts: readonly number[];
  /** The value at the top edge, the same for all drawings that are to be compared. */
  max: number;
  colour: string;
  titleOf: (index: number) => string;
  cellOf: (index: number) => EvidenceCell;
}

const BAR_SHARE = 0.8;

/** A drawing of bars small enough to stand beside thirty others; the table twin and the heat map hold its numbers. */
export function SmallBars({ counts, max, colour, titleOf, cellOf }: Props) {
  const { hrefOf, follow } = useLinks();
  const search = useSearchWith('open');
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${Math.max(counts.length, 1)} ${max}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onClick={follow}
      // As of every drawing that is kept from assistive technology, a press takes no focus into it.
      onMouseDown={(event) => event.preventDefault()}
    >
      {counts.map((count, index) =>
        count === 0 ? null : (
          <a
            // The columns of one drawing have no other identity than their place.
            key={titleOf(index)}
            {...KEEPS_PLACE}
            href={hrefOf({ search: search(cellOf(index)) })}
            tabIndex={-1}
          >
            <rect
              x={index + (1 - BAR_SHARE) / 2}
              y={max - count}
              width={BAR_SHARE}
              height={count}
              style={{ fill: colour }}
            >
              <title>{titleOf(index)}</title>
            </rect>
          </a>
        ),
      )}
    </svg>
  );
}
