import { useBackend } from '#src/api/BackendContext.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toApa } from '#src/lib/cite/to-apa.ts';
import { reportAddress } from '#src/lib/report-address.ts';
import { sourceTitle } from '#src/lib/shown-text.ts';
import { CopyButton } from '#src/ui/controls/CopyButton.tsx';
import { CiteButton } from '../cite/CiteButton.tsx';
import type { Cited } from '../cite/cited.ts';
import { useCite } from '../cite/use-citation.ts';
import { useEntryAddress } from '../use-entry-address.ts';
import styles from './Peek.module.css';
import type { Referred } from './PeekProvider.tsx';

/** The way to tell of an error, where the app's configuration names one. */
function Report({ fact: { source }, entry, told }: Referred) {
  const { t } = useI18n();
  const { mechanism } = useRecord();
  const { corrections } = useBackend();
  if (corrections === null) return null;
  const id = entry?.id ?? source?.id ?? '';
  const report = {
    title: t('evidence.reportTitle', { id }),
    body: t('evidence.reportBody', {
      id,
      text: (told ?? entry ?? (source && sourceTitle(source)))?.text ?? '',
      view: window.location.href,
      version: mechanism.dataVersion,
    }),
  };
  return (
    <a href={reportAddress(corrections, report)} target="_blank" rel="noopener noreferrer">
      {t('evidence.report')}
    </a>
  );
}

/** What can be done with evidence: copy the way to the entry, copy or choose its citation, tell of an error. */
export function PeekActions({ peeked }: { peeked: Referred }) {
  const { t } = useI18n();
  const cite = useCite();
  const addressOf = useEntryAddress();
  const { entry, fact } = peeked;
  const cited: Cited | null =
    entry !== undefined
      ? { kind: 'entry', entry }
      : fact.source === null
        ? null
        : { kind: 'source', source: fact.source };
  return (
    <div className={styles.actions}>
      {entry !== undefined && (
        <CopyButton label={t('view.copyLink')} text={() => addressOf(entry)} />
      )}
      {cited !== null && (
        <>
          <CopyButton label={t('evidence.copyCitation')} text={() => toApa(cite(cited))} />
          <CiteButton what={cited} />
        </>
      )}
      <Report {...peeked} />
    </div>
  );
}
