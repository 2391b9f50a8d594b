import { useParameter } from '#src/address/use-address.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { AccountPanel } from './AccountPanel.tsx';
import { ActPanel } from './ActPanel.tsx';
import { toBriefing } from './briefing.ts';
import styles from './MeetingEntries.module.css';
import { SaidPanel } from './SaidPanel.tsx';

interface Props {
  meeting: Meeting;
  entries: readonly Entry[];
}

/** What was signed, announced and said; or the same entries by whose accounts they rest on. */
export function MeetingEntries({ meeting, entries }: Props) {
  const { mechanism } = useRecord();
  const [arrange] = useParameter('arrange');
  if (arrange === 'account') return <AccountPanel entries={entries} meeting={meeting} />;
  const briefing = toBriefing(
    entries,
    mechanism.parties.map(({ id }) => id),
  );
  return (
    <>
      <div className={styles.beside}>
        <ActPanel act="signed" columns={briefing.signed} meeting={meeting} />
        <ActPanel act="announced" columns={briefing.announced} meeting={meeting} />
      </div>
      <SaidPanel said={briefing.said} meeting={meeting} />
      <ActPanel act="other" columns={briefing.other} meeting={meeting} />
    </>
  );
}
