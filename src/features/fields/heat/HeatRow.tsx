import { memo } from 'react';

import type { Field } from '#src/api/schemas/common.ts';
import { HeatCell } from './HeatCell.tsx';
import styles from './HeatGrid.module.css';

/** A column of the grid as its cells need it. */
export interface HeatColumn {
  key: string;
  /** The column's name, as a cell says it. */
  words: string;
  /** What was read of the meeting; null where the column is none, or nobody knows. */
  read: { count: number; words: string; unread: string } | null;
}

interface Props {
  field: Field;
  name: string;
  colour: string;
  counts: readonly number[];
  columns: readonly HeatColumn[];
  max: number;
  /** The column that the tab key reaches, if it is in this row. */
  stop: string | null;
  /** The column whose entries are open, if they are of this row. */
  open: string | null;
  hrefOf: (field: string, column: string) => string;
  onFocus: (field: string, column: string) => void;
}

/** The cells of one field; drawn again only when something of its own changes, which its place among the rows is not. */
export const HeatRow = memo(function HeatRow(props: Props) {
  const { field, name, colour, counts, columns, max, stop, open, hrefOf, onFocus } = props;
  return (
    <>
      <th scope="row" className={styles.row} style={{ borderColor: colour }}>
        {name}
      </th>
      {columns.map(({ key, words, read }, column) => (
        <HeatCell
          key={key}
          count={counts[column] ?? 0}
          max={max}
          read={read}
          words={`${name}, ${words}`}
          href={hrefOf(field.id, key)}
          position={`${field.id} ${key}`}
          isStop={stop === key}
          isOpen={open === key}
          onFocus={() => onFocus(field.id, key)}
        />
      ))}
    </>
  );
});
