/** The figure's measures, in its own units. */
export const WIDTH = 1000;
export const MARGIN = 24;
export const LABEL = 260;
const VALUE = 110;
export const ROW = 24;
export const LINE = 20;
export const TITLE = 30;
export const BAR = 15;
/** How much wider bold letters are. */
export const BOLD = 1.08;
export const PLOT = { x: MARGIN + LABEL, width: WIDTH - 2 * MARGIN - LABEL - VALUE };

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeText = (text: string) =>
  text
    // Characters that XML cannot hold at all, even escaped.
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const WIDEST_LETTER = 0.66;

/** About how wide a text is, in ems: Chinese characters are square, Cyrillic letters wider than Latin ones. */
export function emsOf(text: string): number {
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

export const round = (value: number) => Math.round(value * 100) / 100;

export function textAt(x: number, y: number, text: string, attributes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}"${attributes}>${escapeText(text)}</text>`;
}
