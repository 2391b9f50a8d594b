import { EvidenceStatus, knownOf } from '#src/api/schemas/common.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './marks.module.css';
import { evidenceWords } from './value-words.ts';

const SIGNS: Record<(typeof EvidenceStatus.options)[number], string> = {
  confirmed: '●',
  'single-source': '◐',
  unverified: '○',
  disputed: '≠',
};
/** Of a status that is newer than this app. */
const OTHER_SIGN = '◇';

/** How well a fact is supported, as a shape alone; the words stand beside it or are read out. */
export function EvidenceSign({ status: given }: { status: EvidenceStatus }) {
  const status = knownOf(EvidenceStatus, given);
  return (
    <span aria-hidden="true" className={status === null ? undefined : styles[status]}>
      {status === null ? OTHER_SIGN : SIGNS[status]}
    </span>
  );
}

/** How well a fact is supported: a small sign and the word for it. */
export function EvidenceMark({ status: given }: { status: EvidenceStatus }) {
  const { t } = useI18n();
  const status = knownOf(EvidenceStatus, given);
  return (
    <span
      className={`${styles.label} ${status === null ? '' : (styles[status] ?? '')}`}
      title={status === null ? undefined : t(`record.evidence-${status}-why`)}
    >
      <EvidenceSign status={given} />
      {evidenceWords(given, { t })}
    </span>
  );
}
