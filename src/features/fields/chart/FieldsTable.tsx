import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { partCell, partName } from '../series/dimension-words.ts';
import { EvidenceLink } from '../evidence/EvidenceLink.tsx';
import { shareWords } from '../series/field-finding.ts';
import type { FieldSeries } from '../series/field-series.ts';
import styles from './FieldsTable.module.css';
import { useChartTitle } from '../series/use-chart-title.ts';

/** The chart's twin: the same numbers as a table, each opening its entries. */
export function FieldsTable({ series }: { series: FieldSeries }) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const { mechanism, taxonomy } = useView();
  const title = useChartTitle();
  const { by, columns, measure, total } = series;
  const noun = measure === 'meetings' ? 'meetings' : 'entries';
  const shown = (value: number) =>
    measure === 'share' ? shareWords(value, total.entries, i18n) : number(value);
  return (
    // Wide tables scroll in their own frame, which the keyboard can reach.
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('fields.tableLabel')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fields.column-field')}</th>
            {columns.map(({ key }) => (
              <th key={key} scope="col" className={styles.number}>
                {partName(by, key, mechanism, i18n)}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t(`fields.measure-${measure}`)}
            </th>
          </tr>
        </thead>
        <tbody>
          {series.bars.map(({ field, value, parts }) => (
            <tr key={field.id}>
              <th scope="row" className={styles.field}>
                <FieldTag field={field} taxonomy={taxonomy} />
              </th>
              {columns.map(({ key }, index) => {
                const part = parts[index] ?? 0;
                return (
                  <td key={key} className={styles.number}>
                    {part === 0 ? (
                      <span aria-label={t('fields.noEntries')}>–</span>
                    ) : (
                      <EvidenceLink cell={{ field: field.id, ...partCell(by, key) }}>
                        {shown(part)}
                      </EvidenceLink>
                    )}
                  </td>
                );
              })}
              <td className={styles.number}>
                <EvidenceLink cell={{ field: field.id }}>{shown(value)}</EvidenceLink>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.field}>
              {t('fields.totalOnce')}
            </th>
            {columns.map(({ key, entries }) => (
              <td key={key} className={styles.number}>
                {entries === 0 ? (
                  <span aria-label={t('fields.noEntries')}>–</span>
                ) : (
                  <EvidenceLink cell={partCell(by, key)}>{shown(entries)}</EvidenceLink>
                )}
              </td>
            ))}
            <td className={styles.number}>
              <EvidenceLink cell={{}}>{shown(total[noun])}</EvidenceLink>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
