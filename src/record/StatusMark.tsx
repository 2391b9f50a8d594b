import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { AsOfStatus } from '#src/lib/dates/as-of.ts';
import styles from './marks.module.css';

const SIGNS: Record<AsOfStatus, string> = {
  'not-announced': '·',
  upcoming: '◌',
  'under-way': '◑',
  concluding: '◕',
  concluded: '●',
};

/** An exchange year's status as of a date: a small sign and the words for it. */
export function StatusMark({ status }: { status: AsOfStatus }) {
  const { t } = useI18n();
  return (
    <span className={styles.label}>
      <span aria-hidden="true">{SIGNS[status]}</span>
      {t(`record.status-${status}`)}
    </span>
  );
}
