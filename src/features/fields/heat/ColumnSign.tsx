import type { useHeatColumns } from './use-heat-columns.ts';
import styles from './HeatGrid.module.css';

/** What stands over a column: a meeting's number, marked where it was coded closely, and its year; or a year. */
export function ColumnSign({
  of: { key, mark, year },
}: {
  of: ReturnType<typeof useHeatColumns>[number];
}) {
  return (
    <>
      {key}
      {mark}
      {/* Also where it is copied as text, a number of its own. */}
      {year !== null && <span className={styles.year}> {year}</span>}
    </>
  );
}
