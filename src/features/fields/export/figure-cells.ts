import { heatClass } from '../series/heat-classes.ts';
import { emsOf, LINE, PLOT, ROW, round, textAt } from './figure-text.ts';

export interface FigureColumn {
  key: string;
  /** All entries of the column, each counted once: as a number, and in the reader's figures. */
  count: number;
  total: string;
  /** True where no document is on record: silence there says nothing. */
  isUnread: boolean;
}

interface Columns {
  columns: readonly FigureColumn[];
  colours: { faint: string };
}

const HEAD_SIZE = 10;
/** By the square root, as on screen: the many small counts differ from each other too. */
const SHADES = [0.12, 0.24, 0.38, 0.82, 1];
/** From here on, light figures read better. */
const DARK_SHADE = 0.5;

/** The narrowest column in which a number can be read; of narrower ones only some have a head, and none has numbers. */
const LEGIBLE = 12;

const stepOf = (columns: readonly unknown[]) => PLOT.width / Math.max(columns.length, 1);

/** The heads of the columns, upright where they would run into each other, and how much room they take. */
export function columnHeads(
  { columns, colours }: Columns,
  y: number,
): { marks: string[]; height: number } {
  const step = stepOf(columns);
  const widest = Math.max(...columns.map(({ key }) => emsOf(key))) * HEAD_SIZE;
  const isUpright = widest > step - 2;
  const height = isUpright ? Math.ceil(widest) + 8 : LINE;
  const every = isUpright ? Math.max(1, Math.ceil(LEGIBLE / step)) : 1;
  const marks = columns.flatMap(({ key }, index) => {
    if (index % every > 0) return [];
    const x = PLOT.x + (index + 0.5) * step;
    const attributes = ` font-size="${HEAD_SIZE}" fill="${colours.faint}"`;
    return isUpright
      ? textAt(
          x + 4,
          y + height - 4,
          key,
          `${attributes} transform="rotate(-90 ${round(x + 4)} ${round(y + height - 4)})"`,
        )
      : textAt(x, y + 12, key, `${attributes} text-anchor="middle"`);
  });
  return { marks, height };
}

/** The room of the bars of all entries, above the rows. */
export const TOTALS = 90;

/** Every entry of a column once, as a bar with its number above it, on a scale of its own. */
export function totalBars(columns: readonly FigureColumn[], y: number, fill: string): string[] {
  const step = stepOf(columns);
  const max = Math.max(1, ...columns.map(({ count }) => count));
  return columns.flatMap(({ count, total }, index) => {
    if (count === 0) return [];
    const height = (count / max) * (TOTALS - LINE);
    const top = y + TOTALS - height;
    const x = PLOT.x + (index + 0.5) * step;
    return [
      `<rect x="${round(PLOT.x + (index + 0.1) * step)}" y="${round(top)}" width="${round(step * 0.8)}" height="${round(height)}" fill="${fill}"/>`,
      ...(step < LEGIBLE
        ? []
        : [textAt(x, top - 4, total, ' font-size="10" text-anchor="middle"')]),
    ];
  });
}

/** The line under the rows: every entry of a column once, which the rows do not add up to. */
export function columnTotals({ columns, colours }: Columns, y: number): string[] {
  const step = stepOf(columns);
  if (step < LEGIBLE) return [];
  return columns.map(({ total }, index) =>
    textAt(
      PLOT.x + (index + 0.5) * step,
      y + 14,
      total,
      ` font-size="10" fill="${colours.faint}" text-anchor="middle"`,
    ),
  );
}

/** A row of small bars, all rows on one scale. */
export function barCells(
  { cells, colour }: { cells: readonly number[]; colour: string },
  y: number,
  max: number,
): string[] {
  const step = stepOf(cells);
  return cells.flatMap((count, index) => {
    if (count === 0) return [];
    const height = (count / Math.max(max, 1)) * (ROW - 4);
    return [
      `<rect x="${round(PLOT.x + (index + 0.1) * step)}" y="${round(y + ROW - 2 - height)}" width="${round(step * 0.8)}" height="${round(height)}" fill="${colour}"/>`,
    ];
  });
}

interface HeatColours {
  ink: string;
  faint: string;
  paper: string;
  heat: string;
}

/** A row of the heat map: each count in its shade and as a number; silence and ignorance are told apart. */
export function heatCells(
  cells: readonly number[],
  columns: readonly FigureColumn[],
  y: number,
  { max, colours }: { max: number; colours: HeatColours },
): string[] {
  const step = stepOf(cells);
  return cells.flatMap((count, index) => {
    const middle = PLOT.x + (index + 0.5) * step;
    const sign = (text: string, fill: string) =>
      step < LEGIBLE
        ? ''
        : textAt(middle, y + 16, text, ` font-size="11" fill="${fill}" text-anchor="middle"`);
    if (count === 0) return [sign(columns[index]?.isUnread === true ? '?' : '·', colours.faint)];
    const shade = SHADES[heatClass(count, max) - 1] ?? 1;
    const box = `<rect x="${round(PLOT.x + index * step)}" y="${y + 1}" width="${round(Math.max(step - 1, step / 2))}" height="${ROW - 2}" fill="${colours.heat}" fill-opacity="${shade}"/>`;
    return [box, sign(String(count), shade > DARK_SHADE ? colours.paper : colours.ink)];
  });
}
