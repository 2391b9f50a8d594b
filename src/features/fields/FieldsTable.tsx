import { Link } from 'react-router';

import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import type { FieldSeries } from './field-series.ts';
import { partFilter } from './FieldsChart.tsx';
import styles from './FieldsTable.module.css';
import { partName, type Stack } from './stack-words.ts';
import { useEvidenceLink } from './use-evidence-link.ts';

interface Props {
  series: FieldSeries;
  stack: Stack;
  total: FieldSummary['total'];
}

/** The chart's twin: the same numbers as a table, each leading to its entries. */
export function FieldsTable({ series, stack, total }: Props) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const { mechanism, taxonomy } = useView();
  const evidence = useEvidenceLink();
  return (
    // Wide tables scroll in their own frame, which the keyboard can reach.
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('fields.tableLabel')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t(`fields.chartTitle-${series.measure}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fields.column-field')}</th>
            {series.keys.map((key) => (
              <th key={key} scope="col" className={styles.number}>
                {partName(stack, key, mechanism, i18n)}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t(`fields.measure-${series.measure}`)}
            </th>
          </tr>
        </thead>
        <tbody>
          {series.bars.map(({ field, value, parts }) => (
            <tr key={field.id}>
              <th scope="row" className={styles.field}>
                <FieldTag field={field} taxonomy={taxonomy} />
              </th>
              {series.keys.map((key, index) => {
                const part = parts[index] ?? 0;
                return (
                  <td key={key} className={styles.number}>
                    {part === 0 ? (
                      <span aria-label={t('fields.noEntries')}>–</span>
                    ) : (
                      <Link to={evidence({ field: [field.id], ...partFilter(stack, key) })}>
                        {number(part)}
                      </Link>
                    )}
                  </td>
                );
              })}
              <td className={styles.number}>
                <Link to={evidence({ field: [field.id] })}>{number(value)}</Link>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={series.keys.length + 1} className={styles.field}>
              {t('fields.totalOnce')}
            </th>
            <td className={styles.number}>
              <Link to={evidence({})}>{number(total[series.measure])}</Link>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
