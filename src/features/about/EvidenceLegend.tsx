import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { EvidenceMark } from '#src/record/EvidenceMark.tsx';
import styles from './AboutPage.module.css';

/** What the marks beside each fact mean. */
export function EvidenceLegend() {
  const { t } = useI18n();
  return (
    <dl className={styles.facts}>
      {EvidenceStatus.options.map((status) => (
        <div key={status} className={styles.row}>
          <dt>
            <EvidenceMark status={status} />
          </dt>
          <dd>{t(`record.evidence-${status}-why`)}</dd>
        </div>
      ))}
    </dl>
  );
}
