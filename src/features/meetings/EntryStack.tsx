import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useView } from '#src/filters/use-view.ts';
import { EntryCard } from '#src/record/EntryCard.tsx';
import styles from './EntryStack.module.css';

interface Props {
  entries: readonly Entry[];
  /** Lays the cards out in as many columns as fit, where nothing else stands beside them. */
  isWide?: boolean;
  /** The page's own list of sources, whose numbers stand for the citations on paper. */
  sources?: Meeting['sources'];
  /** Leaves the party out where a heading says it. */
  isPartyHidden?: boolean;
}

/** Entries of one meeting, one under the other. */
export function EntryStack({ entries, sources, isWide = false, isPartyHidden = false }: Props) {
  const { mechanism, taxonomy } = useView();
  const numbers = new Map(sources?.map(({ id }, index) => [id, index + 1]));
  const numbered = ({ source }: Entry) => {
    const sourceNumber = source === null ? undefined : numbers.get(source.id);
    return sourceNumber === undefined ? {} : { sourceNumber };
  };
  return (
    <ul className={isWide ? styles.wide : styles.stack}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.item}>
          <EntryCard
            entry={entry}
            mechanism={mechanism}
            taxonomy={taxonomy}
            isMeetingHidden
            isPartyHidden={isPartyHidden}
            {...numbered(entry)}
          />
        </li>
      ))}
    </ul>
  );
}
