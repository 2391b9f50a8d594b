import * as v from 'valibot';

import { languageTag } from '#src/api/schemas/common.ts';
import { type Found, visible } from '../reading/faults.ts';
import { folded, isLike, pairNames, renamed } from '../reading/meant-names.ts';
import type { CsvFault, CsvTable } from './csv-rows.ts';
import type { TableLayout } from './package-layout.ts';

/** What things are called, in English at least: of a place of a meeting that is told elsewhere. */
const NAMED: ReadonlySet<string> = new Set(['name', 'office']);
export const neededColumns = ({ columns, names = [] }: TableLayout): string[] => [
  ...columns,
  ...names.filter((prefix) => NAMED.has(prefix)).map((prefix) => `${prefix}_en`),
];

/** Names are told by language: a column of another tag would be a name that nobody sees. */
const isTagged = (column: string) => v.is(languageTag, column.slice(column.indexOf('_') + 1));

/** How much of a heading is what a table needs, and the other way round: 1 for all, 0 for nothing. */
export function likeness(columns: readonly string[], layout: TableLayout): number {
  const needed = new Set(neededColumns(layout).map(folded));
  const isNeeded = (column: string) => needed.has(folded(column));
  // Names in more languages are of every table.
  const own = columns.filter((column) => isNeeded(column) || !column.includes('_'));
  const shared = own.filter(isNeeded).length;
  return shared / (needed.size + own.length - shared);
}

/**
 * Columns that the table has to have, and those that nobody would read.
 * @param unnamed what columns are called by that have values and no heading
 */
function columnFaults(
  columns: readonly string[],
  layout: TableLayout,
  unnamed: readonly string[],
): Found[] {
  const { columns: own, newColumns = [], names = [] } = layout;
  const isName = (column: string) => names.some((prefix) => column.startsWith(`${prefix}_`));
  const isKnown = (column: string) =>
    own.includes(column) || newColumns.includes(column) || (isName(column) && isTagged(column));
  const needed = neededColumns(layout);
  if (!columns.some(isKnown))
    return [{ code: 'heading-missing', values: { columns: needed.join(', ') } }];
  const unknown = new Set(columns.filter((column) => column !== '' && !isKnown(column)));
  const missing = needed.filter((column) => !columns.includes(column));
  const unread = (column: string): Found => ({
    code: isName(column) ? 'column-tag' : 'column-unknown',
    values: { column: visible(column) },
  });
  return pairNames([...unknown, ...unnamed], missing, [], {
    missing: (column): Found | null => ({ code: 'column-missing', values: { column } }),
    // Its cells are told.
    unknown: (name) => (unnamed.includes(name) ? null : unread(name)),
    renamed,
  }).filter((found) => found !== null);
}

/** A table under the names that its columns were to have where they are only written otherwise, so that all else of it is told too. */
function asMeant(table: CsvTable, layout: TableLayout) {
  const free = [...neededColumns(layout), ...(layout.newColumns ?? [])].filter(
    (column) => !table.columns.includes(column),
  );
  const meant = new Map(
    free.flatMap((name) => {
      const written = table.columns.find((column) => isLike(column, name));
      return written === undefined ? [] : [[written, name] as const];
    }),
  );
  if (meant.size > 0)
    for (const row of table.rows)
      for (const [written, name] of meant) {
        row[name] = row[written];
        delete row[written];
      }
  return { ...table, columns: table.columns.map((column) => meant.get(column) ?? column), meant };
}

/** Faults of what stands under no heading. */
const UNNAMED: ReadonlySet<Found['code']> = new Set(['cell-unheaded', 'csv-unnamed-column']);

/** Faults after which there is no heading to speak of. */
const UNREAD: ReadonlySet<Found['code']> = new Set([
  'csv-nothing',
  'csv-separator',
  'csv-open-quote',
]);

/** Faults of a heading after which nothing of that column can be told. */
const LOSING: ReadonlySet<Found['code']> = new Set([
  'column-missing',
  'column-tag',
  'csv-column-twice',
  'column-twice-for',
  'renamed',
]);
/** The columns that cannot be told after faults of a heading. */
function lostIn(faults: readonly Found[], columns: readonly string[]): ReadonlySet<string> {
  const lost = new Set(
    faults
      .filter(({ code }) => LOSING.has(code))
      .flatMap(({ values = {} }) => [values['column'], values['name'], values['meant']])
      .map(String),
  );
  return new Set([...lost, ...columns.filter((column) => lost.has(visible(column)))]);
}

/**
 * A table with what is wrong with its heading, and with its cells as far as that does not follow.
 * @param inCells what is wrong with its cells
 */
export function withHeading(given: CsvTable, layout: TableLayout, inCells: readonly CsvFault[]) {
  const { meant, ...table } = asMeant(given, layout);
  const { columns } = table;
  const cells = inCells.map(({ column, ...rest }): CsvFault =>
    column === undefined ? rest : { ...rest, column: meant.get(column) ?? column },
  );
  if (cells.some(({ found }) => UNREAD.has(found.code)))
    return { table, faults: cells, lostColumns: new Set<string>() };
  const isUnnamed = ({ found }: CsvFault) => UNNAMED.has(found.code);
  const unnamed = new Set(cells.filter(isUnnamed).map(({ column = '' }) => column));
  const inHeading = columnFaults(columns, layout, [...unnamed]);
  const hasNone = inHeading.some(({ code }) => code === 'heading-missing');
  const names = new Set(inHeading.map(({ values }) => values?.['name']));
  const isTold = (fault: CsvFault) => isUnnamed(fault) && names.has(fault.column ?? '');
  const written = Array.from(meant, ([name, right]) => renamed(name, right));
  const twice = cells.filter(({ found }) => found.code === 'csv-column-twice');
  const missing = inHeading.filter(({ code }) => code === 'column-missing');
  // One name twice, and another one missing: the second was to be that.
  const [instead] = twice.length === 1 && missing.length === 1 ? missing : [];
  if (instead !== undefined && twice[0] !== undefined)
    twice[0].found = {
      code: 'column-twice-for',
      values: { ...twice[0].found.values, meant: instead.values?.['column'] ?? '' },
    };
  return {
    table,
    faults: [
      // What stands below what is no heading, or another one, follows from that.
      ...cells.filter((fault) => !hasNone && !isTold(fault)),
      ...[...written, ...inHeading.filter((found) => found !== instead)].map((found): CsvFault => ({
        line: 1,
        found,
      })),
    ],
    lostColumns: lostIn([...cells.map(({ found }) => found), ...inHeading], columns),
  };
}
