import {
  barCells,
  columnHeads,
  columnTotals,
  heatCells,
  totalBars,
  TOTALS,
  type FigureColumn,
} from './figure-cells.ts';
import {
  BAR,
  BOLD,
  emsOf,
  escapeText,
  LABEL,
  LINE,
  MARGIN,
  PLOT,
  ROW,
  round,
  textAt,
  TITLE,
  WIDTH,
  wrapText,
} from './figure-text.ts';

/** A drawing with everything that it needs to stand alone on paper. Colours are plain CSS colours, not variables. */
export interface Figure {
  title: string;
  language: string;
  /** The lines under the title: the filters, and what is counted. */
  lead: readonly string[];
  legend: readonly { label: string; colour: string }[];
  rows: readonly FigureRow[];
  columns: readonly FigureColumn[];
  /** How the cells are drawn: as small bars, or as the shades of a heat map. */
  cells: 'bars' | 'heat';
  /** What the line of the columns' totals is called. */
  totalLabel: string;
  /** The values at the left and the right edge of the bars, and the highest of the cells. */
  min: number;
  max: number;
  foot: readonly string[];
  colours: { ink: string; faint: string; paper: string; rule: string; heat: string };
}
export interface FigureRow {
  label: string;
  value: string;
  /** Stretches of one bar, from a value to a value. */
  bar: readonly { from: number; to: number; colour: string }[];
  /** One count for each column of an axis of time. */
  cells: readonly number[];
  colour: string;
}

const TEXT = 13;
const LABEL_LINE = 16;
const labelLines = ({ label }: FigureRow) => wrapText(label, (LABEL - 8) / TEXT);
const heightOf = (row: FigureRow) => ROW + Math.max(0, labelLines(row).length - 1) * LABEL_LINE;

function rowMarks(row: FigureRow, y: number, figure: Figure): string[] {
  const { min, max, colours, columns, cells: cellForm } = figure;
  const scale = (value: number) => PLOT.x + ((value - min) / Math.max(max - min, 1)) * PLOT.width;
  const bars = row.bar.map(({ from, to, colour }) => {
    const left = Math.min(scale(from), scale(to));
    const width = Math.abs(scale(to) - scale(from));
    return `<rect x="${round(left)}" y="${y + 4}" width="${round(width)}" height="${BAR}" fill="${colour}"/>`;
  });
  const cells =
    cellForm === 'heat'
      ? heatCells(row.cells, columns, y, { max, colours })
      : barCells(row, y, max);
  return [
    ...labelLines(row).map((line, index) =>
      textAt(PLOT.x - 8, y + 16 + index * LABEL_LINE, line, ' text-anchor="end"'),
    ),
    ...bars,
    ...cells,
    textAt(WIDTH - MARGIN, y + 16, row.value, ` text-anchor="end" fill="${colours.ink}"`),
  ];
}

/** The legend in as many lines as it needs, and where the next thing stands. */
function legendMarks({ legend }: Figure, top: number): { marks: string[]; end: number } {
  let [x, y] = [MARGIN, top];
  const marks = legend.flatMap(({ label, colour }) => {
    const width = 34 + emsOf(label) * TEXT;
    if (x > MARGIN && x + width > WIDTH - MARGIN) [x, y] = [MARGIN, y + LINE];
    const at = x;
    x += width;
    return [
      `<rect x="${round(at)}" y="${y + 2}" width="12" height="12" fill="${colour}"/>`,
      textAt(at + 18, y + 13, label),
    ];
  });
  return { marks, end: y + LINE };
}

function zeroLine({ min, max, colours }: Figure, from: number, to: number): string {
  const zero = round(PLOT.x + ((0 - min) / Math.max(max - min, 1)) * PLOT.width);
  return `<line x1="${zero}" x2="${zero}" y1="${from}" y2="${to}" stroke="${colours.rule}"/>`;
}

/** The figure as one SVG document that needs nothing else: no style sheet, no font, no script. */
export function figureSvg(figure: Figure): string {
  const { colours, columns, rows } = figure;
  const marks: string[] = [];
  let y = MARGIN;
  const inner = WIDTH - 2 * MARGIN;
  for (const line of wrapText(figure.title, inner / (24 * BOLD))) {
    marks.push(textAt(MARGIN, y + 22, line, ' font-size="24" font-weight="600"'));
    y += TITLE;
  }
  for (const line of figure.lead.flatMap((text) => wrapText(text, inner / 13))) {
    marks.push(textAt(MARGIN, y + 14, line, ` fill="${colours.faint}"`));
    y += LINE;
  }
  y += 8;
  if (figure.legend.length > 0) {
    const legend = legendMarks(figure, y);
    marks.push(...legend.marks);
    y = legend.end + 8;
  }
  if (columns.length > 0) {
    if (figure.cells === 'bars') {
      marks.push(
        textAt(PLOT.x - 8, y + TOTALS, figure.totalLabel, ' text-anchor="end"'),
        ...totalBars(columns, y, colours.faint),
      );
      y += TOTALS;
    }
    const heads = columnHeads(figure, y);
    marks.push(...heads.marks);
    y += heads.height;
  }
  const firstRow = y;
  for (const row of rows) {
    marks.push(...rowMarks(row, y, figure));
    y += heightOf(row);
  }
  if (columns.length > 0 && figure.cells === 'heat') {
    marks.push(
      textAt(PLOT.x - 8, y + 14, figure.totalLabel, ` text-anchor="end" fill="${colours.faint}"`),
      ...columnTotals(figure, y),
    );
    y += LINE;
  } else if (columns.length === 0) marks.push(zeroLine(figure, firstRow, y));
  y += 12;
  for (const line of figure.foot.flatMap((text) => wrapText(text, inner / 12))) {
    marks.push(textAt(MARGIN, y + 12, line, ` font-size="12" fill="${colours.faint}"`));
    y += 17;
  }
  const height = y + MARGIN;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif" font-size="13" fill="${colours.ink}" xml:lang="${figure.language}">
<title>${escapeText(figure.title)}</title>
<rect width="100%" height="100%" fill="${colours.paper}"/>
${marks.join('\n')}
</svg>
`;
}
