import type { ReactNode } from 'react';

import { FieldBar, type BarScale, type PlotBar } from './FieldBar.tsx';
import styles from './FieldRows.module.css';

export interface FieldRow {
  bar: PlotBar;
  label: ReactNode;
  value: ReactNode;
}

interface Props {
  /** What the list is a list of; read out before it. */
  label: string;
  rows: readonly FieldRow[];
  scale: BarScale;
  /** Makes room for three numbers at the end of a row. */
  hasWideValues?: boolean;
}

/**
 * A bar chart whose rows are a list: each field's name, its bar, and its count as a link. A row is as high as its name is,
 * by the rules of the style sheet: whatever a script measures moves the page after it was read.
 */
export function FieldRows({ label, rows, scale, hasWideValues = false }: Props) {
  return (
    <ol className={`${styles.rows} ${hasWideValues ? styles.wide : ''}`} aria-label={label}>
      {rows.map(({ bar, label: name, value }) => (
        <li key={bar.id} className={styles.row}>
          <span className={styles.label}>{name}</span>
          <FieldBar bar={bar} {...scale} />
          <span className={styles.value}>{value}</span>
        </li>
      ))}
    </ol>
  );
}
