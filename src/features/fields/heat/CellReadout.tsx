import { useState, type ReactNode, type SyntheticEvent } from 'react';

import styles from './CellReadout.module.css';

/** Says under a grid the words of the cell or head that is pointed at or in focus: those that a screen reader has anyway. */
export function CellReadout({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('');
  const tell = ({ target }: SyntheticEvent) => {
    if (!(target instanceof Element)) return;
    const told = target.closest('[aria-label], [title]');
    setWords(told?.getAttribute('aria-label') ?? told?.getAttribute('title') ?? '');
  };
  return (
    <div onPointerOver={tell} onFocus={tell}>
      {children}
      <p className={`${styles.readout} no-print`} aria-hidden="true">
        {words}
      </p>
    </div>
  );
}
