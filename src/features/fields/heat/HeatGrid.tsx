import {
  useEffect,
  useMemo,
  useRef,
  type CSSProperties,
  useState,
  type ReactNode,
  type SyntheticEvent,
  startTransition,
} from 'react';

import { useSearchWith, useValue } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { painted } from '#src/ui/painted.ts';
import { usePrinting } from '#src/ui/use-printing.ts';
import { useLinks } from '#src/ui/LinksContext.tsx';
import { paperBlocks } from '#src/ui/paper-blocks.ts';
import { partCell } from '../series/dimension-words.ts';
import type { FieldSeries } from '../series/field-series.ts';
import { heatClasses } from '../series/heat-classes.ts';
import styles from './HeatGrid.module.css';
import { HeatFoot, HeatRow } from './HeatRow.tsx';
import { cellAt, useGridStop } from './use-grid-stop.ts';
import { useHeatColumns, STANDS_STILL, useShiftedColumns } from './use-heat-columns.ts';

/** Brings a cell of a wide grid into the part that shows, without scrolling the page. */
function showCell(table: HTMLTableElement | null, field = '', column = '') {
  const cell = cellAt(table, field, column);
  const frame = table?.parentElement;
  if (!cell || !frame) return;
  const [shown, box] = [frame.getBoundingClientRect(), cell.getBoundingClientRect()];
  if (box.right > shown.right || box.left < shown.left + shown.width / 3)
    frame.scrollBy({ left: box.left - shown.left - shown.width / 2 });
}

function HeatHead({ columns }: { columns: ReturnType<typeof useHeatColumns> }) {
  const { t } = useI18n();
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.corner}>
          {t('fields.column-field')}
        </th>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={styles.column}
            style={STANDS_STILL}
            title={column.head}
          >
            <span aria-hidden="true">
              <ColumnSign of={column} />
            </span>
            <span className="visually-hidden">{column.head}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Says under a grid the words of the cell or head that is pointed at or in focus: those that a screen reader has anyway. */
function CellReadout({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('');
  const tell = ({ target }: SyntheticEvent) => {
    if (!(target instanceof Element)) return;
    const told = target.closest('[aria-label], [title]');
    setWords(told?.getAttribute('aria-label') ?? told?.getAttribute('title') ?? '');
  };
  return (
    <div onPointerOver={tell} onFocus={tell}>
      {children}
      <p className={`${styles.readout} no-print small quiet`} aria-hidden="true">
        {words}
      </p>
    </div>
  );
}

/** How many places further on each one belongs than it stands. */
function shiftsOf(standing: readonly string[], belonging: readonly string[]): number[] {
  const ranks = new Map(belonging.map((key, rank) => [key, rank]));
  return standing.map((key, place) => (ranks.get(key) ?? place) - place);
}

const rowsOf = ({ bars }: FieldSeries) => bars.map(({ field }) => field.id);
const columnsOf = ({ columns }: FieldSeries) => columns.map(({ key }) => key);

/**
 * Rows and columns in a new order, which for a thousand cells takes several frames to lay out: they are first shifted
 * where they stand, and put in their order in the document, which reading aloud and copying follow, once that is on
 * screen. Other numbers stand in their order at once.
 */
function useSettledOrder(series: FieldSeries) {
  const [settled, settle] = useState(series);
  useEffect(() => {
    let isOutdated = false;
    const follow = async () => {
      await painted();
      if (!isOutdated) startTransition(() => settle(series));
    };
    if (settled !== series) void follow();
    return () => {
      isOutdated = true;
    };
  }, [series, settled]);
  const standing = settled.summary === series.summary ? settled : series;
  return useMemo(
    () => ({
      /** The same numbers, in the order in which they stand in the document. */
      standing,
      rowShifts: shiftsOf(rowsOf(standing), rowsOf(series)),
      columnShifts: shiftsOf(columnsOf(standing), columnsOf(series)),
    }),
    [standing, series],
  );
}

export function HeatGrid({ series }: { series: FieldSeries }) {
  const { t } = useI18n();
  const cell = useValue('open');
  const columnOrder = useValue('columnOrder');
  const open = cell?.meeting === undefined ? cell?.year : String(cell.meeting);
  const write = useSearchWith('open');
  const { hrefOf, follow } = useLinks();
  const table = useRef<HTMLTableElement>(null);
  const { by } = series;
  const { standing, rowShifts, columnShifts } = useSettledOrder(series);
  const { bars } = standing;
  const columns = useHeatColumns(standing);
  // Years and meetings from the thousandth on have four digits.
  const isWide = columns.some(({ key }) => key.length > 3);
  useShiftedColumns(table, columnShifts);
  useEffect(() => showCell(table.current, cell?.field, open), [cell?.field, open]);
  const max = Math.max(1, ...bars.flatMap(({ parts }) => parts));
  const { stop, remember, move } = useGridStop(table, series);
  const cellHref = useMemo(() => {
    const page = hrefOf({});
    return (field: string, column: string) => `${page}${write({ field, ...partCell(by, column) })}`;
  }, [hrefOf, write, by]);
  if (usePrinting())
    return (
      <>
        <HeatKey max={max} />
        <PaperGrids series={series} max={max} hrefOf={cellHref} />
      </>
    );
  return (
    <CellReadout>
      <HeatKey max={max} />
      <div className={`${styles.frame} ${columnOrder === 'date' ? styles.fromNewest : ''}`}>
        <table
          ref={table}
          role="grid"
          aria-readonly="true"
          className={`${styles.grid} ${isWide ? styles.wide : ''}`}
          style={{ '--columns': columns.length } as CSSProperties}
          onKeyDown={move}
          onClick={follow}
        >
          <caption className="visually-hidden">{t('fields.heatCaption')}</caption>
          <HeatHead columns={columns} />
          <tbody>
            {bars.map(({ field, parts }, row) => (
              <tr key={field.id} style={{ translate: `0 ${(rowShifts[row] ?? 0) * 100}%` }}>
                <HeatRow
                  field={field}
                  counts={parts}
                  columns={columns}
                  max={max}
                  stop={stop.field === field.id ? stop.column : null}
                  open={field.id === cell?.field ? (open ?? null) : null}
                  hrefOf={cellHref}
                  onFocus={remember}
                />
              </tr>
            ))}
          </tbody>
          <HeatFoot columns={columns} />
        </table>
      </div>
    </CellReadout>
  );
}

/** What the shades and the signs of the cells mean; on paper too. */
function HeatKey({ max }: { max: number }) {
  const { t, number } = useI18n();
  return (
    <ul className={`${styles.key} tiny quiet`} aria-label={t('fields.heatKey')}>
      {heatClasses(max).map(({ level, from, to }) => (
        <li key={level}>
          <span className={`${styles.swatch} ${styles[`level${level}`]}`} aria-hidden="true" />
          {from === to ? number(from) : `${number(from)}–${number(to)}`}
        </li>
      ))}
      <li>
        <span aria-hidden="true">·</span> {t('fields.notMentioned')}
      </li>
      <li>
        <span aria-hidden="true">?</span> {t('fields.notRead')}
      </li>
    </ul>
  );
}

interface Props {
  series: FieldSeries;
  max: number;
  hrefOf: (field: string, column: string) => string;
}

/** So many columns are as wide as the narrowest sheet, in portrait, beside the names. */
const MOST = { meeting: 22, year: 14 } as const;
const remember = () => {};

/** The grid for paper: as many tables below each other as its columns need. */
function PaperGrids({ series, max, hrefOf }: Props) {
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

/** What stands over a column: a meeting's number, marked where it was coded closely, and its year; or a year. */
function ColumnSign({
  of: { key, mark, year },
}: {
  of: ReturnType<typeof useHeatColumns>[number];
}) {
  return (
    <>
      {key}
      {mark}
      {/* Also where it is copied as text, a number of its own. */}
      {year !== null && <span className={styles.year}> {year}</span>}
    </>
  );
}
