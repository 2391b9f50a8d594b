import type { SummaryDimension } from '#src/api/schemas/entries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partColour, partName } from '../series/dimension-words.ts';
import styles from './StackLegend.module.css';

/** What the parts of a bar are, in the order in which they stand in it. */
export function StackLegend({ by, keys }: { by: SummaryDimension; keys: readonly string[] }) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  return (
    <ul className={`${styles.legend} tiny`} aria-label={i18n.t('fields.legend')}>
      {keys.map((key) => (
        <li key={key} className={styles.item}>
          <span
            className={styles.swatch}
            style={{ background: partColour(by, key, mechanism) }}
            aria-hidden="true"
          />
          {partName(by, key, mechanism, i18n)}
        </li>
      ))}
    </ul>
  );
}
