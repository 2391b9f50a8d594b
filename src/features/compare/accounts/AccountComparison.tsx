import type { ReactNode } from 'react';

import { useRecord } from '#src/api/RecordContext.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { byAccount, sideName } from '#src/lib/accounts.ts';
import { accountColour } from '#src/record/colours.ts';
import { SideEntries } from '#src/record/accounts/SideEntries.tsx';
import { sideWords, type AccountsRead } from '#src/record/accounts/side-words.ts';
import { EntryLines } from '#src/record/evidence/EntryLines.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './AccountComparison.module.css';

/** One of the two that are compared. */
export interface Told {
  key: string;
  /** Names it, with how many of its entries one side has. */
  heading: (count: number) => string;
  /** The sign that it has beside its name. */
  mark?: ReactNode;
  entries: readonly Entry[];
  read: AccountsRead | null;
  /** True where each entry says at which meeting. */
  isOfMeetings?: true;
}

/** Side after side, what only its accounts have of either, beside each other; what is compared with itself is told once. */
export function AccountComparison({ told }: { told: readonly Told[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { mechanism } = useRecord();
  const { parties } = mechanism;
  const columns = told.map(({ entries }) => byAccount(entries, parties));
  const sides = byAccount(
    told.flatMap(({ entries }) => entries),
    parties,
  );
  return (
    <Panel id="accounts" title={t('accounts.title')} lead={t('accounts.lead')}>
      {sides.map(({ side }) => (
        <section
          key={sideName(side)}
          className={styles.side}
          style={{ borderColor: accountColour(mechanism, sideName(side)) }}
        >
          <h3 className={styles.heading}>{sideWords(side, mechanism, i18n)}</h3>
          <div className={styles.halves}>
            {told.map(({ key, heading, mark, read, isOfMeetings }, index) => {
              const own = columns[index]?.find((one) => sideName(one.side) === sideName(side));
              const facts = own?.facts ?? [];
              return (
                <section key={key} className={styles.half}>
                  <h4 className="column-head small">
                    {mark} {heading(facts.length)}
                  </h4>
                  <SideEntries column={{ side, facts }} read={read}>
                    {/* What counts in both is in the page twice: only one of them can bear its name. */}
                    {isOfMeetings && <EntryLines entries={facts} areNamed={index === 0} />}
                  </SideEntries>
                </section>
              );
            })}
          </div>
        </section>
      ))}
    </Panel>
  );
}
