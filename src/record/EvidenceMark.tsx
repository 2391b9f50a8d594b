import type { EvidenceStatus } from '#src/api/schemas/common.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './marks.module.css';

const SIGNS: Record<EvidenceStatus, string> = {
  confirmed: '●',
  'single-source': '◐',
  unverified: '○',
  disputed: '≠',
};

/** How well a fact is supported: a small sign and the word for it. */
export function EvidenceMark({ status }: { status: EvidenceStatus }) {
  const { t } = useI18n();
  return (
    <span
      className={`${styles.label} ${styles[status] ?? ''}`}
      title={t(`record.evidence-${status}-why`)}
    >
      <span aria-hidden="true">{SIGNS[status]}</span>
      {t(`record.evidence-${status}`)}
    </span>
  );
}
