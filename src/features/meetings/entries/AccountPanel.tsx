import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { byAccount } from '#src/lib/accounts.ts';
import { AccountColumns } from '#src/record/accounts/AccountColumns.tsx';
import { SideEntries } from '#src/record/accounts/SideEntries.tsx';
import { readOfMeeting } from '#src/record/accounts/side-words.ts';
import { Panel } from '#src/ui/Panel.tsx';

interface Props {
  entries: readonly Entry[];
  meeting: Meeting;
}

/** Two sides' accounts of one meeting, side by side: each entry stands in one column. */
export function AccountPanel({ entries, meeting }: Props) {
  const { t } = useI18n();
  const { mechanism } = useRecord();
  return (
    <Panel id="accounts" title={t('accounts.title')} lead={t('accounts.lead')}>
      <AccountColumns columns={byAccount(entries, mechanism.parties)}>
        {(column) => <SideEntries column={column} read={readOfMeeting(meeting.sources)} />}
      </AccountColumns>
    </Panel>
  );
}
