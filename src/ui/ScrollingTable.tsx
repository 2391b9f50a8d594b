import type { ReactNode } from 'react';

import styles from './ScrollingTable.module.css';

interface Props {
  caption: string;
  className: string | undefined;
  children: ReactNode;
}

/** A table in a frame of its own, in which it scrolls where it is wider than the page; the keyboard must reach what scrolls. */
export function ScrollingTable({ caption, className, children }: Props) {
  return (
    <div className={styles.frame} role="region" aria-label={caption} tabIndex={0}>
      <table className={className}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
