import type { SummaryColumn, SummaryDimension } from '#src/api/schemas/entries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partCell, partName } from '../series/dimension-words.ts';
import { EvidenceLink } from '../evidence/EvidenceLink.tsx';
import styles from './TimeTotals.module.css';
import { MOST_NUMBERED, type TimePart } from '../plot/use-time-parts.ts';

interface Props {
  by: SummaryDimension;
  columns: readonly SummaryColumn[];
  /** What the columns are split into; empty for whole ones. */
  parts: readonly TimePart[];
  stack: 'kind' | 'party' | 'none';
}

/**
 * The columns of time as a list: each with its number above it and, to be read out, what it is made of. Where there is no
 * room above the columns, the list shows when the focus comes to it.
 */
export function TimeTotals({ by, columns, parts, stack }: Props) {
  const i18n = useI18n();
  const { t, number, list } = i18n;
  const { mechanism } = useRecord();
  const madeOf = (key: string) =>
    parts.flatMap((part) => {
      const count = part.counts.get(key) ?? 0;
      return count === 0 || stack === 'none'
        ? []
        : [`${partName(stack, part.key, mechanism, i18n)} ${number(count)}`];
    });
  return (
    <ol
      className={`${styles.inLine} ${styles.totals}`}
      data-is-crowded={columns.length > MOST_NUMBERED}
      aria-label={t('fields.timeList')}
    >
      {columns.map(({ key, entries: count }) => {
        const field = partName(by, key, mechanism, i18n);
        const made = madeOf(key);
        return (
          <li key={key}>
            {count === 0 ? (
              <span className="visually-hidden">{t('fields.entriesOf', { field, count })}</span>
            ) : (
              <EvidenceLink
                cell={partCell(by, key)}
                className={styles.total}
                label={
                  made.length === 0
                    ? t('fields.entriesOf', { field, count })
                    : t('fields.entriesMadeOf', { field, count, parts: list(made) })
                }
              >
                {number(count)}
              </EvidenceLink>
            )}
          </li>
        );
      })}
    </ol>
  );
}
