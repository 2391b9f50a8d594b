import type { SummaryColumn } from '#src/api/schemas/entries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { THIRD } from '#src/lib/accounts.ts';
import { StackLegend } from '../plot/StackLegend.tsx';
import { MOST_NUMBERED } from '../plot/use-time-parts.ts';
import { partColour, partName } from '../series/dimension-words.ts';
import { readWords } from '../series/read-words.ts';
import styles from './DocumentsRead.module.css';
import totals from './TimeTotals.module.css';

const HEIGHT = 40;

/** The accounts of the two sides, drawn over the grey of what thirds tell, and nobody known. */
const sidesIn = ({ accounts = [] }: SummaryColumn) =>
  accounts.filter(({ value }) => value !== THIRD);
const isOfThirds = ({ accounts = [] }: SummaryColumn) =>
  accounts.some(({ value }) => value === THIRD);

/** How many documents were read of each meeting, and of whose accounts, under the columns that rest on them. */
export function DocumentsRead({ columns }: { columns: readonly SummaryColumn[] }) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const { mechanism } = useRecord();
  const max = Math.max(1, ...columns.map(({ sources = 0 }) => sources));
  const keys = new Set(columns.flatMap(sidesIn).map(({ value }) => value));
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        {t('fields.documentsRead')}
        {keys.size > 0 && (
          <StackLegend
            by="reportedBy"
            keys={[...keys, ...(columns.some(isOfThirds) ? [THIRD] : [])]}
          />
        )}
      </figcaption>
      <ol className={`${totals.inLine} ${styles.row}`}>
        {columns.map((column) => {
          const { key, sources: count = 0 } = column;
          const words = t('fields.documentsReadOf', {
            meeting: partName('meeting', key, mechanism, i18n),
            read: readWords(column, mechanism, i18n) ?? '',
          });
          return (
            <li key={key} className={styles.column} title={words}>
              <span
                className={styles.bar}
                style={{ height: (count / max) * HEIGHT }}
                aria-hidden="true"
              >
                {sidesIn(column).map(({ value, sources }) => (
                  <span
                    key={value}
                    style={{
                      height: `${(sources / count) * 100}%`,
                      background: partColour('reportedBy', value, mechanism),
                    }}
                  />
                ))}
              </span>
              {columns.length <= MOST_NUMBERED && (
                <span className={styles.count} aria-hidden="true">
                  {number(count)}
                </span>
              )}
              <span className="visually-hidden">{words}</span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
