import type { Field } from '#src/api/schemas/common.ts';
import type { Filters } from '#src/address/filters.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { groupColour } from '#src/record/colours.ts';
import { Link } from '#src/ui/Link.tsx';
import styles from './ComparePanel.module.css';
import { usePins } from './use-pins.ts';

interface Props {
  state: Filters;
  field: Field;
  count: number;
  /** The count that fills a cell, the same in all columns. */
  max: number;
}

/** A field's count in one state, as a bar and a number that opens its entries under that state. */
export function ComparedCell({ state, field, count, max }: Props) {
  const { t, name, number } = useI18n();
  const { taxonomy } = useRecord();
  const { stateTo } = usePins();
  return (
    <td>
      <span className={styles.cell}>
        <span className={styles.track} aria-hidden="true">
          <span
            className={styles.bar}
            style={{
              width: `${(count / Math.max(max, 1)) * 100}%`,
              background: groupColour(taxonomy, field.group),
            }}
          />
        </span>
        {count === 0 ? (
          <span aria-label={t('fields.noEntries')}>–</span>
        ) : (
          <Link
            keepsPlace
            className={styles.number}
            to={stateTo(state, { field: field.id })}
            aria-label={t('fields.entriesOf', { field: name(field.name), count })}
          >
            {number(count)}
          </Link>
        )}
      </span>
    </td>
  );
}
