import { Suspense, type ReactNode } from 'react';

import { useMedia } from '#src/ui/use-media.ts';
import styles from './FieldRows.module.css';
import { useRowHeight } from './use-row-height.ts';

export interface FieldRow {
  id: string;
  label: ReactNode;
  value: ReactNode;
}

/** On a phone a name stands above its bar, so that none is cut. */
const NARROW = '(max-width: 40rem)';
const NARROW_ROW_HEIGHT = 44;
/** What a bar takes below its name. */
const BAR_ROOM = 20;

interface Props {
  /** What the list is a list of; read out before it. */
  label: string;
  rows: readonly FieldRow[];
  /** In CSS pixels, where there is room for the names beside the bars. */
  rowHeight: number;
  /** Makes room for three numbers at the end of a row. */
  hasWideValues?: boolean;
  /** The bars: rows of the height given, below their names where there is no room beside them. */
  renderPlot: (rowHeight: number, isBarBelow: boolean) => ReactNode;
}

/** A bar chart whose rows are a list: each field's name, its bar, and its count as a link. */
export function FieldRows({ label, rows, rowHeight, hasWideValues = false, renderPlot }: Props) {
  const isNarrow = useMedia(NARROW);
  const { list, height } = useRowHeight(
    rows.map(({ id }) => id).join(' '),
    isNarrow ? NARROW_ROW_HEIGHT : rowHeight,
    isNarrow ? BAR_ROOM : 0,
  );
  return (
    <div className={`${styles.chart} ${hasWideValues ? styles.wide : ''}`}>
      <ol ref={list} className={styles.rows} aria-label={label}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row} style={{ height }}>
            <span className={styles.label} data-name="">
              {row.label}
            </span>
            <span className={styles.space} />
            <span className={styles.value}>{row.value}</span>
          </li>
        ))}
      </ol>
      <div className={styles.plot} style={{ height: rows.length * height }}>
        <Suspense fallback={null}>{renderPlot(height, isNarrow)}</Suspense>
      </div>
    </div>
  );
}
