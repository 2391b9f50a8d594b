import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

import { useMedia } from '#src/ui/use-media.ts';
import styles from './FieldRows.module.css';

/**
 * The height that all rows of a list have, in CSS pixels: `least`, or more where a name needs more lines than one. `beside`
 * is what a row holds above or below its name. Rows are of one height, as the bars beside them are. `ids` says which rows
 * there are: only for others they are measured anew, or else every choice would have the page laid out twice.
 */
function useRowHeight(ids: string, least: number, beside: number) {
  const list = useRef<HTMLOListElement>(null);
  const [tallest, setTallest] = useState(0);
  useLayoutEffect(() => {
    const rows = list.current;
    if (rows === null || ids === '') return undefined;
    const measure = () => {
      const names = [...rows.querySelectorAll<HTMLElement>('[data-name]')];
      setTallest(Math.max(0, ...names.map(({ offsetHeight }) => offsetHeight)));
    };
    // A name is as high as its lines, whatever the height of its row. It is heard of when the page has been laid out: to ask
    // at once would have it laid out once more, and to draw at once what changes the page's height is refused.
    const sizes = new ResizeObserver(measure);
    for (const name of rows.querySelectorAll('[data-name]')) sizes.observe(name);
    return () => sizes.disconnect();
  }, [ids]);
  return { list, height: Math.max(least, tallest + beside) };
}

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
        {renderPlot(height, isNarrow)}
      </div>
    </div>
  );
}
