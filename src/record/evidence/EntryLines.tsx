import { memo } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import { EntryLine } from './EntryLine.tsx';
import styles from './EntryLines.module.css';

interface Props {
  entries: readonly Entry[];
  /** False where the same entries may be in the page elsewhere, by whose names they are found. */
  areNamed?: boolean;
  /** True where all are of one meeting that the page names. */
  isMeetingHidden?: boolean;
}

/** One page of a list of entries; drawn once, however many pages follow it, and painted when it comes near the window. */
export const EntryLines = memo(function EntryLines({
  entries,
  areNamed = true,
  isMeetingHidden = false,
}: Props) {
  return (
    <div className={styles.lines} style={{ '--count': entries.length } as React.CSSProperties}>
      {entries.map((entry) => (
        <EntryLine
          key={entry.id}
          entry={entry}
          isNamed={areNamed}
          isMeetingHidden={isMeetingHidden}
        />
      ))}
    </div>
  );
});
