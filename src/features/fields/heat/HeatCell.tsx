import { useMemo } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { KEEPS_PLACE } from '#src/ui/LinksContext.tsx';
import styles from './HeatGrid.module.css';
import type { HeatColumn } from './HeatRow.tsx';
import { STANDS_STILL } from './use-shifted-columns.ts';

interface Props {
  count: number;
  /** The highest count of the grid. */
  max: number;
  /** What was read of the meeting. Where no document of it is on record, silence says nothing. */
  read: HeatColumn['read'];
  /** The names of the row and the column. */
  words: string;
  href: string;
  /** Field and column, as the grid finds the cell again. */
  position: string;
  /** True for the one cell that the tab key reaches. */
  isStop: boolean;
  /** True while its entries are open beside the grid. */
  isOpen: boolean;
  onFocus: () => void;
}

/** By the square root, so that the many small counts differ from each other too. */
const LEVELS = 5;

/** A count in its shade and as a number; what was read and is silent, and what nobody read, are told apart. */
export function HeatCell({
  count,
  max,
  read,
  words,
  href,
  position,
  isStop,
  isOpen,
  onFocus,
}: Props) {
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
    const level = Math.max(1, Math.ceil(Math.sqrt(count / max) * LEVELS));
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
