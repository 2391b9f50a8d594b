import { memo, useMemo } from 'react';

import { useRecord } from '#src/api/RecordContext.ts';
import type { Field } from '#src/api/schemas/common.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { groupColour } from '#src/record/colours.ts';
import { KEEPS_PLACE } from '#src/ui/LinksContext.tsx';
import { heatClass } from '../series/heat-classes.ts';
import styles from './HeatGrid.module.css';
import { STANDS_STILL } from './use-heat-columns.ts';

/** A column of the grid as its cells need it. */
export interface HeatColumn {
  key: string;
  words: string;
  /** What was read of the meeting; null where the column is none, or nobody knows. */
  read: { count: number; words: string; unread: string } | null;
}

interface Props {
  field: Field;
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

interface HeatCellProps {
  count: number;
  max: number;
  read: HeatColumn['read'];
  words: string;
  href: string;
  position: string;
  /** True for the one cell that the tab key reaches. */
  isStop: boolean;
  /** True while its entries are open beside the grid. */
  isOpen: boolean;
  onFocus: () => void;
}

/** A count in its shade and as a number; what was read and is silent, and what nobody read, are told apart. */
function HeatCell(props: HeatCellProps) {
  const { count, max, read, words, href, position, isStop, isOpen, onFocus } = props;
  const { t, number } = useI18n();
  const isUnread = read?.count === 0;
  // Another choice changes every cell's address, and no cell's words.
  const label = useMemo(() => {
    if (count > 0) return t('fields.entriesOf', { field: words, count });
    if (isUnread) return `${words}: ${t('fields.notRead')}`;
    const silent = `${words}: ${t('fields.notMentioned')}`;
    return read === null ? silent : t('fields.silentOf', { silent, ...read }).trim();
  }, [t, words, count, isUnread, read]);
  const own = { 'data-cell': position, tabIndex: isStop ? 0 : -1, onFocus };
  if (count > 0) {
    const level = heatClass(count, max);
    return (
      <td className={`${styles.cell} ${styles[`level${level}`]}`} style={STANDS_STILL}>
        <a
          {...own}
          {...KEEPS_PLACE}
          aria-current={isOpen}
          href={href}
          aria-label={label}
          title={label}
        >
          {number(count)}
        </a>
      </td>
    );
  }
  return (
    <td
      {...own}
      className={`${styles.cell} ${isUnread ? styles.unread : ''}`}
      style={STANDS_STILL}
      aria-label={label}
      title={label}
    >
      {isUnread ? '?' : '·'}
    </td>
  );
}

/** The cells of one field; drawn again only when something of its own changes, which its place among the rows is not. */
export const HeatRow = memo(function HeatRow(props: Props) {
  const { field, counts, columns, max, stop, open, hrefOf, onFocus } = props;
  const { taxonomy } = useRecord();
  const name = useI18n().name(field.name);
  const colour = groupColour(taxonomy, field.group);
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

/** How many documents each column rests on, and in words whose: less was read of some meetings than of others. */
export function HeatFoot({ columns }: { columns: readonly HeatColumn[] }) {
  const { t, number } = useI18n();
  if (columns.every(({ read }) => read === null)) return null;
  return (
    <tfoot>
      <tr>
        <th scope="row" className={`${styles.row} ${styles.foot}`}>
          {t('fields.readRow')}
        </th>
        {columns.map(({ key, words, read }) => (
          <td
            key={key}
            className={`${styles.column} ${styles.foot}`}
            style={STANDS_STILL}
            title={
              read === null
                ? undefined
                : t('fields.documentsReadOf', { meeting: words, read: read.words })
            }
          >
            {read !== null && number(read.count)}
            <span className="visually-hidden">{read?.words}</span>
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
