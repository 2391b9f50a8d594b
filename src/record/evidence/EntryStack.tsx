import type { Entry } from '#src/api/schemas/entries.ts';
import { EntryLine } from './EntryLine.tsx';
import styles from './EntryStack.module.css';

/** More entries than this are laid out only as they come near the window: more than a meeting of the demonstration has in one list. */
const LONG = 40;

interface Props {
  entries: readonly Entry[];
  /** The id of the field under which they stand, if they do. */
  impliedField?: string;
  /** Leaves the party out where a heading says it. */
  isPartyHidden?: boolean;
}

/** Entries of one meeting, one under the other. */
export function EntryStack({ entries, impliedField, isPartyHidden = false }: Props) {
  return (
    <ul className={styles.stack} data-long={entries.length > LONG ? '' : undefined}>
      {entries.map((entry) => (
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
