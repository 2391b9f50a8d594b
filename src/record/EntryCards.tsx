import { memo } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { EntryCard } from './EntryCard.tsx';
import styles from './EntryCards.module.css';

/** One page of a list of entries; drawn once, however many pages follow it, and painted when it comes near the window. */
export const EntryCards = memo(function EntryCards({ entries }: { entries: readonly Entry[] }) {
  const { mechanism, taxonomy } = useRecord();
  return (
    <div className={styles.cards}>
      {entries.map((entry) => (
        <EntryCard key={entry.id} entry={entry} mechanism={mechanism} taxonomy={taxonomy} />
      ))}
    </div>
  );
});
