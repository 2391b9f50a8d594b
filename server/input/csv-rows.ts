export type CsvRow = { [column: string]: string | null | undefined };

const QUOTED = /"((?:[^"]|"")*)"/y;
const PLAIN = /[^,\r\n]*/y;

/** The cells of each line, by RFC 4180; a line may end in LF alone. Throws where a quotation does not end. */
function toLines(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found;
  };
  while (at < text.length) {
    if (text[at] === '"') {
      const quoted = match(QUOTED);
      if (quoted === null) throw new Error(`line ${lines.length + 1}: a quotation does not end`);
      cells.push((quoted[1] ?? '').replaceAll('""', '"'));
    } else cells.push(match(PLAIN)?.[0] ?? '');
    if (text[at] === ',') {
      at += 1;
      if (at < text.length) continue;
      cells.push('');
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    lines.push(cells);
    cells = [];
  }
  return lines;
}

/** A table by its heading; an empty cell is a missing value. */
export function readCsvRows(text: string): CsvRow[] {
  const [heading = [], ...lines] = toLines(text);
  return lines.map((cells) =>
    Object.fromEntries(heading.map((name, column) => [name, cells[column] || null])),
  );
}
