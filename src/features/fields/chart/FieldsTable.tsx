import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { type Block, paperBlocks } from '#src/ui/paper-blocks.ts';
import { usePrinting } from '#src/ui/use-printing.ts';
import { partCell, partName } from '../series/dimension-words.ts';
import { EvidenceLink } from '../evidence/EvidenceLink.tsx';
import { shareWords } from '../series/field-finding.ts';
import type { FieldSeries } from '../series/field-series.ts';
import styles from './FieldsTable.module.css';
import { useChartTitle } from '../series/use-chart-form.ts';

/** So many columns fit on the narrowest sheet. */
const MOST_ON_PAPER = 8;

/** The chart's twin: the same numbers as a table, each opening its entries. */
export function FieldsTable({ series }: { series: FieldSeries }) {
  const { t } = useI18n();
  const count = series.columns.length;
  const isOnPaper = usePrinting();
  const blocks = isOnPaper ? paperBlocks(count, MOST_ON_PAPER) : [{ from: 0, to: count }];
  return (
    // Wide tables scroll in their own frame, which the keyboard can reach.
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('fields.tableLabel')}>
      {blocks.map((block) => (
        <ColumnsTable key={block.from} series={series} block={block} />
      ))}
    </div>
  );
}

/** Some of the columns, with the names of the rows before them and all that the rows count behind. */
function ColumnsTable({ series, block }: { series: FieldSeries; block: Block }) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const { mechanism } = useRecord();
  const title = useChartTitle();
  const { by, measure, total } = series;
  const columns = series.columns.slice(block.from, block.to);
  const noun = measure === 'meetings' ? 'meetings' : 'entries';
  const shown = (value: number) =>
    measure === 'share' ? shareWords(value, total.entries, i18n) : number(value);
  const cellOf = (count: number, cell: EvidenceCell, key?: string) => (
    <td key={key} className={styles.number}>
      {count === 0 ? (
        <span aria-label={t('fields.noEntries')}>–</span>
      ) : (
        <EvidenceLink cell={cell}>{shown(count)}</EvidenceLink>
      )}
    </td>
  );
  return (
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
            <th scope="row">
              <FieldTag field={field} />
            </th>
            {columns.map(({ key }, index) =>
              cellOf(
                parts[block.from + index] ?? 0,
                { field: field.id, ...partCell(by, key) },
                key,
              ),
            )}
            {cellOf(value, { field: field.id })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('fields.totalOnce')}</th>
          {columns.map(({ key, entries }) => cellOf(entries, partCell(by, key), key))}
          {cellOf(total[noun], {})}
        </tr>
      </tfoot>
    </table>
  );
}
