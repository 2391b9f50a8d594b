import { useValue } from '#src/address/use-address.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import { byAccount } from '#src/lib/accounts.ts';
import { kindsOf, SIGNED_KINDS, type EntryAct, type SignedKind } from '#src/lib/entry-kinds.ts';
import { AccountColumns } from '#src/record/accounts/AccountColumns.tsx';
import { SideEntries } from '#src/record/accounts/SideEntries.tsx';
import { readOfMeeting } from '#src/record/accounts/side-words.ts';
import { Panel } from '#src/ui/Panel.tsx';
import { toBriefing, type Briefing, type PartyColumn } from './briefing.ts';
import styles from './MeetingEntries.module.css';
import { SaidPanel } from './SaidPanel.tsx';
import { PartyColumns } from './PartyColumns.tsx';

interface Props {
  meeting: Meeting;
  entries: readonly Entry[];
}

/** Two sides' accounts of one meeting, side by side: each entry stands in one column. */
function AccountPanel({ entries, meeting }: Props) {
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

interface ActPanelProps {
  act: Exclude<EntryAct, 'said'>;
  columns: readonly PartyColumn[];
  meeting: Meeting;
}

/** Names the kinds of documents that were signed: how many there were, only sources could tell, and they differ. */
function signedWords(columns: readonly PartyColumn[], { t, list }: Translator): string {
  const count = (kind: SignedKind) =>
    columns.flatMap(({ entries }) => entries).filter((entry) => entry.kind === kind).length;
  const what = SIGNED_KINDS.map((kind) => ({ kind, count: count(kind) }))
    .filter((one) => one.count > 0)
    .map((one) => t(`meetings.signed-${one.kind}`, { count: one.count }));
  return what.length === 0
    ? t('meetings.signed')
    : t('meetings.signedFinding', { what: list(what) });
}

const NOTHING = {
  signed: 'meetings.nothingSigned',
  announced: 'meetings.nothingAnnounced',
} as const;

/** What was signed or announced, by party; and what is of a kind newer than this app, where there is any. */
function ActPanel({ act, columns, meeting }: ActPanelProps) {
  const i18n = useI18n();
  const title = act === 'signed' ? signedWords(columns, i18n) : i18n.t(`meetings.${act}`);
  if (act === 'other') {
    if (columns.length === 0) return null;
    return (
      <Panel id={act} title={title} lead={i18n.t('meetings.otherLead')}>
        <PartyColumns columns={columns} meeting={meeting} />
      </Panel>
    );
  }
  return (
    <Panel id={act} title={title}>
      {columns.length === 0 ? (
        <p>{i18n.t(NOTHING[act])}</p>
      ) : (
        <PartyColumns columns={columns} meeting={meeting} kinds={kindsOf(act)} />
      )}
    </Panel>
  );
}

const countOf = (columns: readonly PartyColumn[]) =>
  columns.reduce((sum, { entries }) => sum + entries.length, 0);

/** What was signed beside what was announced, each as wide as it has entries, and at least two fifths. */
function sharesOf({ signed, announced }: Briefing) {
  const [a, b] = [countOf(signed), countOf(announced)];
  const share = (own: number, other: number) => `${Math.max(own, (other * 2) / 3, 1)}fr`;
  return { '--signed': share(a, b), '--announced': share(b, a) } as React.CSSProperties;
}

/** What was signed, announced and said; or the same entries by whose accounts they rest on. */
export function MeetingEntries({ meeting, entries }: Props) {
  const { mechanism } = useRecord();
  const arrange = useValue('arrange');
  if (arrange === 'account') return <AccountPanel entries={entries} meeting={meeting} />;
  const briefing = toBriefing(
    entries,
    mechanism.parties.map(({ id }) => id),
  );
  return (
    <>
      <div className={styles.beside} style={sharesOf(briefing)}>
        <ActPanel act="signed" columns={briefing.signed} meeting={meeting} />
        <ActPanel act="announced" columns={briefing.announced} meeting={meeting} />
      </div>
      <SaidPanel said={briefing.said} meeting={meeting} />
      <ActPanel act="other" columns={briefing.other} meeting={meeting} />
    </>
  );
}
