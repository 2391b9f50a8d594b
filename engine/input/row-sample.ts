/** A few rows of a record, and all that they name: to check a large record anew for each trial would take minutes. */
import type { CsvRow } from './csv-rows.ts';
import { PACKAGE_TABLES } from './package-layout.ts';
import { keysOf, type PackageTable, type PackageTables } from './package-tables.ts';

/** A record of no more rows is checked in an instant as it is. */
const FEW = 200;
/** As many rows of a table tell whether its cells fit their headings. */
const ENOUGH = 40;
/** A row names an entry, that a meeting, that a place: nothing is named from further off. */
const STEPS = 4;

/** What the rows of a table are kept by: the id that others name, or the thing that they are of. */
function keyOf(name: string): ((row: CsvRow) => string | null | undefined) | null {
  if (name === 'evidence') return ({ thing }) => thing?.split('/', 1)[0];
  const layout = PACKAGE_TABLES[name];
  const key = layout && keysOf(layout).at(-1);
  return key === undefined ? null : (row) => row[key];
}

/**
 * Some rows of one table, and of the others those that go with these; the whole of a small record.
 * @param picked the rows to begin with, if not the first
 */
export function sampleOf(
  tables: PackageTables,
  table: PackageTable,
  picked: readonly CsvRow[] = table.rows.slice(0, ENOUGH),
): PackageTables {
  const count = [...tables.values()].reduce((sum, { rows }) => sum + rows.length, 0);
  if (count <= FEW) return tables;
  const named = new Set<string | null | undefined>();
  const name = (rows: readonly CsvRow[]) => {
    for (const cell of rows.flatMap(Object.values<CsvRow[string]>)) named.add(cell);
  };
  name(picked);
  let sample = new Map<string, PackageTable>();
  for (let step = 0; step < STEPS; step += 1) {
    sample = new Map(
      [...tables].map(([one, whole]) => {
        const key = keyOf(one);
        if (whole === table) return [one, { ...whole, rows: [...picked] }];
        if (key === null || whole.rows.length <= ENOUGH) return [one, whole];
        return [one, { ...whole, rows: whole.rows.filter((row) => named.has(key(row))) }];
      }),
    );
    for (const { rows } of sample.values()) name(rows);
  }
  return sample;
}
