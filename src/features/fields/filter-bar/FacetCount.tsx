import { useI18n } from '#src/i18n/I18nContext.tsx';
import { EvidenceLink } from '../evidence/EvidenceLink.tsx';
import styles from './FacetCount.module.css';
import type { Facet } from '../series/use-facet-options.ts';

interface Props {
  facet: Facet;
  value: string;
  entries: number;
}

/** What a choice would give; the number opens the entries behind it without choosing anything. */
export function FacetCount({ facet, value, entries }: Props) {
  const { t, number } = useI18n();
  const words = (
    <>
      {number(entries)}
      <span className="visually-hidden"> {t('filters.entries', { count: entries })}</span>
    </>
  );
  if (entries === 0) return <span className={styles.count}>{words}</span>;
  return (
    <EvidenceLink className={styles.count} cell={{ choice: { filter: facet, value } }}>
      {words}
    </EvidenceLink>
  );
}
