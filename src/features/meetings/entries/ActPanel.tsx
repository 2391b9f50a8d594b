import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import { kindsOf, SIGNED_KINDS, type EntryAct, type SignedKind } from '#src/lib/entry-kinds.ts';
import { Panel } from '#src/ui/Panel.tsx';
import type { PartyColumn } from './briefing.ts';
import { PartyColumns } from './PartyColumns.tsx';

interface Props {
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
export function ActPanel({ act, columns, meeting }: Props) {
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
