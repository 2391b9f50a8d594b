import type { EntryKind } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useMeetingEvidence } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyColour } from '#src/record/colours.ts';
import { PartyLabel } from '#src/record/PartyLabel.tsx';
import { Link } from '#src/ui/Link.tsx';
import type { PartyColumn } from './briefing.ts';
import { EntryStack } from '#src/record/evidence/EntryStack.tsx';
import styles from './PartyColumns.module.css';

interface Props {
  columns: readonly PartyColumn[];
  meeting: Meeting;
  /** The kinds that the columns hold, all of them: then the count of a column leads to its entries. */
  kinds?: EntryKind[];
  level?: 3 | 4;
}

/** A party with more entries than this is laid out only as it comes near the window. */
const LONG = 40;
/** About the height that each takes, beside another one. */
const ENTRY_REM = 2;

/**
 * What each party has, each in its colour, running on through columns of one height: a column for each would leave half the
 * width white where one says much more than the other.
 */
export function PartyColumns({ columns, meeting, kinds, level = 3 }: Props) {
  const { t } = useI18n();
  const { mechanism } = useRecord();
  const evidence = useMeetingEvidence(meeting);
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <div className={styles.flow}>
      {columns.map(({ party, entries }) => (
        <section
          key={party}
          className={styles.column}
          data-long={entries.length > LONG ? '' : undefined}
          style={
            {
              borderColor: partyColour(mechanism, party),
              '--room': `${entries.length * ENTRY_REM}rem`,
            } as React.CSSProperties
          }
        >
          <Heading className={`${styles.heading} flow`}>
            <PartyLabel party={party} />
            {kinds && (
              <Link className={styles.count} to={evidence({ kind: kinds, party: [party] })}>
                {t('meetings.entryCount', { count: entries.length })}
              </Link>
            )}
          </Heading>
          <EntryStack entries={entries} isPartyHidden />
        </section>
      ))}
    </div>
  );
}
