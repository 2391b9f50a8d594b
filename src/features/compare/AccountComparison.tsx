import { useRecord } from '#src/api/RecordContext.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { byAccount, sideName, type AccountColumn, type Side } from '#src/lib/accounts.ts';
import { SideEntries } from '#src/record/accounts/SideEntries.tsx';
import { sideWords } from '#src/record/accounts/side-words.ts';
import { partyColour } from '#src/record/colours.ts';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './AccountComparison.module.css';

/** A meeting with its entries by account. */
interface Told {
  meeting: Meeting;
  columns: AccountColumn<Entry>[];
}

/** What one meeting has of one side's accounts; where it has nothing, whether anything was read. */
function Half({ told: { meeting, columns }, side }: { told: Told; side: Side }) {
  const { t } = useI18n();
  const column = columns.find((one) => sideName(one.side) === sideName(side));
  const facts = column?.facts ?? [];
  return (
    <section className={styles.half}>
      <h4 className={styles.meeting}>
        {t('compare.countIn', { ordinal: meeting.ordinal, count: facts.length })}
      </h4>
      <SideEntries column={{ side, facts }} sources={meeting.sources} />
    </section>
  );
}

interface Props {
  a: Meeting;
  b: Meeting;
  entries: { a: readonly Entry[]; b: readonly Entry[] };
}

/** Side after side, what only its accounts have of either meeting, beside each other. */
export function AccountComparison({ a, b, entries }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { mechanism } = useRecord();
  const tell = (meeting: Meeting, own: readonly Entry[]): Told => ({
    meeting,
    columns: byAccount(own, mechanism.parties),
  });
  const first = tell(a, entries.a);
  // A meeting beside itself is told once.
  const told = a.ordinal === b.ordinal ? [first] : [first, tell(b, entries.b)];
  const sides = new Map(
    told.flatMap(({ columns }) => columns).map(({ side }) => [sideName(side), side]),
  );
  return (
    <Panel id="accounts" title={t('accounts.title')} lead={t('accounts.lead')}>
      {[...sides.values()].map((side) => (
        <section
          key={sideName(side)}
          className={styles.side}
          style={{
            borderColor: partyColour(mechanism, side.of === 'party' ? side.party : ''),
          }}
        >
          <h3 className={styles.heading}>{sideWords(side, mechanism, i18n)}</h3>
          <div className={styles.halves}>
            {told.map((one) => (
              <Half key={one.meeting.ordinal} told={one} side={side} />
            ))}
          </div>
        </section>
      ))}
    </Panel>
  );
}
