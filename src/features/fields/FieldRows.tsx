import { lazy, Suspense, type ReactNode } from 'react';

import { useMedia } from '#src/ui/use-media.ts';
import type { PlotBar, PlotPart } from './FieldsPlot.tsx';
import styles from './FieldRows.module.css';

/** recharts is fetched with the first chart, never with the first page. */
const FieldsPlot = lazy(async () => ({ default: (await import('./FieldsPlot.tsx')).FieldsPlot }));

export interface FieldRow extends PlotBar {
  label: ReactNode;
  value: ReactNode;
}

/** On a phone a name stands above its bar, so that none is cut. */
const NARROW = '(max-width: 40rem)';
const NARROW_ROW_HEIGHT = 44;

interface Props {
  /** What the list is a list of; read out before it. */
  label: string;
  rows: readonly FieldRow[];
  parts: readonly PlotPart[];
  max: number;
  /** In CSS pixels, where there is room for the names beside the bars. */
  rowHeight: number;
  onPartChosen: (bar: PlotBar, key: string) => void;
}

/** A bar chart whose rows are a list: each field's name, its bar, and its count as a link. */
export function FieldRows({ label, rows, parts, max, rowHeight, onPartChosen }: Props) {
  const isNarrow = useMedia(NARROW);
  const height = isNarrow ? NARROW_ROW_HEIGHT : rowHeight;
  return (
    <div className={styles.chart}>
      <ol className={styles.rows} aria-label={label}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row} style={{ height }}>
            <span className={styles.label}>{row.label}</span>
            <span className={styles.space} />
            <span className={styles.value}>{row.value}</span>
          </li>
        ))}
      </ol>
      <div className={styles.plot} style={{ height: rows.length * height }}>
        <Suspense fallback={null}>
          <FieldsPlot
            bars={rows}
            parts={parts}
            max={max}
            rowHeight={height}
            isBarBelow={isNarrow}
            onPartChosen={onPartChosen}
          />
        </Suspense>
      </div>
    </div>
  );
}
