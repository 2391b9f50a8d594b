/** A drawing with everything that it needs to stand alone on paper. Colours are plain CSS colours, not variables. */
export interface Figure {
  title: string;
  language: string;
  /** The lines under the title: the filters, and what is counted. */
  lead: readonly string[];
  legend: readonly { label: string; colour: string }[];
  rows: readonly FigureRow[];
  /** The heads of the cells of rows that have any. */
  columns: readonly string[];
  /** The values at the left and the right edge of the bars, and the highest of the cells. */
  min: number;
  max: number;
  /** Sources, date and address. */
  foot: readonly string[];
  colours: { ink: string; faint: string; paper: string; rule: string };
}
export interface FigureRow {
  label: string;
  value: string;
  /** Stretches of one bar, from a value to a value. */
  bar: readonly { from: number; to: number; colour: string }[];
  /** One small bar for each column of an axis of time. */
  cells: readonly number[];
  colour: string;
}

const WIDTH = 1000;
const MARGIN = 24;
const LABEL = 260;
const VALUE = 110;
const ROW = 24;
const LINE = 20;
const TITLE = 30;
const BAR = 15;
/** How much wider bold letters are. */
const BOLD = 1.08;
const PLOT = { x: MARGIN + LABEL, width: WIDTH - 2 * MARGIN - LABEL - VALUE };

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string) =>
  text
    // Characters that XML cannot hold at all, even escaped.
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const WIDEST_LETTER = 0.66;

/** About how wide a text is, in ems: Chinese characters are square, Cyrillic letters wider than Latin ones. */
function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    ems += code > 0x2e80 ? 1 : code > 0x400 ? WIDEST_LETTER : 0.58;
  }
  return ems;
}

/** Breaks a text into lines of at most so many ems; between words where there are any. */
export function wrapText(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[^\s\u2E80-\u{3FFFF}]+\s*|[\u2E80-\u{3FFFF}]\s*|\s+/gu) ?? []) {
    if (line !== '' && emsOf(line + piece.trimEnd()) > ems) {
      lines.push(line.trimEnd());
      line = '';
    }
    let rest = piece;
    // A word that is longer than a line, such as an address.
    while (emsOf(rest) > ems) {
      const fits = Math.max(1, Math.floor(ems / WIDEST_LETTER));
      lines.push(rest.slice(0, fits));
      rest = rest.slice(fits);
    }
    line += rest;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

const round = (value: number) => Math.round(value * 100) / 100;

function textAt(x: number, y: number, text: string, attributes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}"${attributes}>${escapeText(text)}</text>`;
}

function rowMarks(row: FigureRow, y: number, { min, max, colours, columns }: Figure): string[] {
  const scale = (value: number) => PLOT.x + ((value - min) / Math.max(max - min, 1)) * PLOT.width;
  const bars = row.bar.map(({ from, to, colour }) => {
    const left = Math.min(scale(from), scale(to));
    const width = Math.abs(scale(to) - scale(from));
    return `<rect x="${round(left)}" y="${y + 4}" width="${round(width)}" height="${BAR}" fill="${colour}"/>`;
  });
  const step = PLOT.width / Math.max(columns.length, 1);
  const cells = row.cells.flatMap((count, index) => {
    if (count === 0) return [];
    const height = (count / Math.max(max, 1)) * (ROW - 4);
    return [
      `<rect x="${round(PLOT.x + index * step)}" y="${round(y + ROW - 2 - height)}" width="${round(step * 0.8)}" height="${round(height)}" fill="${row.colour}"/>`,
    ];
  });
  return [
    textAt(PLOT.x - 8, y + 16, row.label, ' text-anchor="end"'),
    ...bars,
    ...cells,
    textAt(WIDTH - MARGIN, y + 16, row.value, ` text-anchor="end" fill="${colours.ink}"`),
  ];
}

function legendMarks({ legend }: Figure, y: number): string[] {
  let x = MARGIN;
  return legend.flatMap(({ label, colour }) => {
    const at = x;
    x += 34 + emsOf(label) * 13;
    return [
      `<rect x="${at}" y="${y + 2}" width="12" height="12" fill="${colour}"/>`,
      textAt(at + 18, y + 13, label),
    ];
  });
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
    marks.push(...legendMarks(figure, y));
    y += LINE + 8;
  }
  const step = PLOT.width / Math.max(columns.length, 1);
  if (columns.length > 0) {
    marks.push(
      ...columns.map((key, index) =>
        textAt(PLOT.x + index * step, y + 12, key, ` font-size="10" fill="${colours.faint}"`),
      ),
    );
    y += LINE;
  }
  for (const row of rows) {
    marks.push(...rowMarks(row, y, figure));
    y += ROW;
  }
  const zero = PLOT.x + ((0 - figure.min) / Math.max(figure.max - figure.min, 1)) * PLOT.width;
  if (columns.length === 0)
    marks.push(
      `<line x1="${round(zero)}" x2="${round(zero)}" y1="${y - rows.length * ROW}" y2="${y}" stroke="${colours.rule}"/>`,
    );
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
