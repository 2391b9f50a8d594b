import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { byAccount } from '#src/lib/accounts.ts';
import { partyColour } from '#src/record/colours.ts';
import { Panel } from '#src/ui/Panel.tsx';
import { SideEntries } from '#src/record/accounts/SideEntries.tsx';
import { sideWords } from '#src/record/accounts/side-words.ts';
import styles from './AccountPanel.module.css';

interface Props {
  entries: readonly Entry[];
  meeting: Meeting;
}

/** Two sides' accounts of one meeting, side by side: each entry stands in one column. */
export function AccountPanel({ entries, meeting }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { mechanism } = useRecord();
  return (
    <Panel id="accounts" title={t('accounts.title')} lead={t('accounts.lead')}>
      <div className={styles.columns}>
        {byAccount(entries, mechanism.parties).map(({ side, facts }) => {
          const title = sideWords(side, mechanism, i18n);
          return (
            <section
              key={title}
              className={styles.column}
              style={{
                borderColor: partyColour(mechanism, side.of === 'party' ? side.party : ''),
              }}
            >
              <h3 className={styles.heading}>
                {title}{' '}
                <span className={styles.count}>
                  {t('meetings.entryCount', { count: facts.length })}
                </span>
              </h3>
              <SideEntries column={{ side, facts }} sources={meeting.sources} />
            </section>
          );
        })}
      </div>
    </Panel>
  );
}
