import type { CSSProperties } from 'react';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { paperBlocks } from '#src/ui/paper-blocks.ts';
import type { FieldSeries } from '../series/field-series.ts';
import styles from './HeatGrid.module.css';
import { ColumnSign } from './ColumnSign.tsx';
import { HeatFoot } from './HeatFoot.tsx';
import { HeatRow } from './HeatRow.tsx';
import { useHeatColumns } from './use-heat-columns.ts';

interface Props {
  series: FieldSeries;
  max: number;
  hrefOf: (field: string, column: string) => string;
}

/** So many columns are as wide as the narrowest sheet, in portrait, beside the names. */
const MOST = { meeting: 22, year: 14 } as const;
const remember = () => {};

/** The grid for paper: as many tables below each other as its columns need. */
export function PaperGrids({ series, max, hrefOf }: Props) {
  const { t } = useI18n();
  const { bars, by } = series;
  const columns = useHeatColumns(series);
  const most = by === 'year' ? MOST.year : MOST.meeting;
  return paperBlocks(columns.length, most).map(({ from, to }) => (
    <table
      key={from}
      className={`${styles.grid} ${styles.block} ${by === 'year' ? styles.byYear : ''}`}
      style={{ '--columns': to - from } as CSSProperties}
    >
      <caption className="visually-hidden">{t('fields.heatCaption')}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>
            {t('fields.column-field')}
          </th>
          {columns.slice(from, to).map((column) => (
            <th key={column.key} scope="col" className={styles.column}>
              <ColumnSign of={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ field, parts }) => (
          <tr key={field.id}>
            <HeatRow
              field={field}
              counts={parts.slice(from, to)}
              columns={columns.slice(from, to)}
              max={max}
              stop={null}
              open={null}
              hrefOf={hrefOf}
              onFocus={remember}
            />
          </tr>
        ))}
      </tbody>
      <HeatFoot columns={columns.slice(from, to)} />
    </table>
  ));
}
