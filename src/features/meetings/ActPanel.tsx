import type { EntryKind } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import { kindsOf } from '#src/lib/entry-kinds.ts';
import { Panel } from '#src/ui/Panel.tsx';
import type { PartyColumn } from './briefing.ts';
import { PartyColumns } from './PartyColumns.tsx';

interface Props {
  act: 'signed' | 'announced';
  columns: readonly PartyColumn[];
  meeting: Meeting;
}

/** Names the kinds of documents that were signed: how many there were, only sources could tell, and they differ. */
function signedWords(columns: readonly PartyColumn[], { t, list }: Translator): string {
  const count = (kind: EntryKind) =>
    columns.flatMap(({ entries }) => entries).filter((entry) => entry.kind === kind).length;
  const what = (['communique', 'minutes', 'agreement'] as const)
    .map((kind) => ({ kind, count: count(kind) }))
    .filter((one) => one.count > 0)
    .map((one) => t(`meetings.signed-${one.kind}`, { count: one.count }));
  return what.length === 0
    ? t('meetings.signed')
    : t('meetings.signedFinding', { what: list(what) });
}

/** What was signed or announced, by party. */
export function ActPanel({ act, columns, meeting }: Props) {
  const i18n = useI18n();
  const title = act === 'signed' ? signedWords(columns, i18n) : i18n.t('meetings.announced');
  return (
    <Panel id={act} title={title}>
      {columns.length === 0 ? (
        <p>{i18n.t(act === 'signed' ? 'meetings.nothingSigned' : 'meetings.nothingAnnounced')}</p>
      ) : (
        <PartyColumns columns={columns} meeting={meeting} kinds={kindsOf(act)} />
      )}
    </Panel>
  );
}
