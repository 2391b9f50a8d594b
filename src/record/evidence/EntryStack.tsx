import { startTransition, useEffect, useState } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import { EntryLine } from './EntryLine.tsx';
import styles from './EntryStack.module.css';

/** More entries than this are laid out only as they come near the window: more than a meeting of the demonstration has in one list. */
const LONG = 40;
/** As many more are put up at a time. */
const STEP = 80;

interface Props {
  entries: readonly Entry[];
  /** The id of the field under which they stand, if they do. */
  impliedField?: string;
  /** Leaves the party out where a heading says it. */
  isPartyHidden?: boolean;
}

/** Entries of one meeting, one under the other. */
export function EntryStack(props: Props) {
  // Those of another meeting come step by step again.
  return <Stack key={props.entries[0]?.id} {...props} />;
}

function Stack({ entries, impliedField, isPartyHidden = false }: Props) {
  const [shown, setShown] = useState(LONG);
  // Hundreds at once would keep the reader waiting: the first ones are put up, then more with each drawing.
  useEffect(() => {
    if (shown < entries.length) startTransition(() => setShown(shown + STEP));
  }, [shown, entries.length]);
  return (
    <ul className={styles.stack} data-long={entries.length > LONG ? '' : undefined}>
      {entries.slice(0, shown).map((entry) => (
        <li key={entry.id} className={styles.item}>
          <EntryLine
            entry={entry}
            isMeetingHidden
            isPartyHidden={isPartyHidden}
            impliedField={impliedField}
          />
        </li>
      ))}
    </ul>
  );
}
