import { useMemo } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { KEEPS_PLACE } from '#src/ui/LinksContext.tsx';
import styles from './HeatGrid.module.css';
import { STANDS_STILL } from './use-shifted-columns.ts';

interface Props {
  count: number;
  /** The highest count of the grid. */
  max: number;
  /** True where no document of the meeting is on record: silence there says nothing. */
  isUnread: boolean;
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
  isUnread,
  words,
  href,
  position,
  isStop,
  isOpen,
  onFocus,
}: Props) {
  const { t, number } = useI18n();
  // Another choice changes every cell's address, and no cell's words.
  const label = useMemo(() => {
    if (count > 0) return t('fields.entriesOf', { field: words, count });
    return `${words}: ${t(isUnread ? 'fields.notRead' : 'fields.notMentioned')}`;
  }, [t, words, count, isUnread]);
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
