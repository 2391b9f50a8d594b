/** What holds within and between tables, and of which the record that they tell has no trace: it would be lost without a word. */
import type { RecordFault } from '#src/api/record-fault.ts';
import { type Found, missed, shown, toJsonPath } from '../reading/faults.ts';
import { numberFault } from '../reading/plain-values.ts';
import type { RecordData } from '../record/record.ts';
import type { CsvRow } from './csv-rows.ts';
import type { PackageEvidence } from './package-evidence.ts';
import { EVIDENCE_OF, NUMBERS, PACKAGE_TABLES } from './package-layout.ts';
import type { PackageTable, PackageTables } from './package-tables.ts';

const cellFault = (
  table: PackageTable,
  row: CsvRow,
  position: number,
  column: string,
  found: Found,
): RecordFault => ({
  file: table.file,
  path: toJsonPath([position, column]),
  ...found,
  line: table.lineOf(row),
});

/** Says more of what its first part names: where that is empty, nobody reads it. */
const DETAIL = /^(notes|attendance|quote|basis|stand-in|copy)[-_].+$/;

/** Words that cells of a table are limited to, beside those that the record itself lists. */
const WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  sources: { 'stand-in-from': ['address', 'description'], copy: ['yes'] },
  evidence: {
    of: [...Object.values(EVIDENCE_OF), 'venue', 'attendance'],
    independent: ['yes', 'no'],
  },
};

type Rule = { column: string; check: (value: string, row: CsvRow) => Found | null };

/** What the cells of a table's columns are held against. */
function rulesOf(name: string, columns: readonly string[]): Rule[] {
  return columns.flatMap((column): Rule[] => {
    const options = WORDS[name]?.[column];
    const [, of] = DETAIL.exec(column) ?? [];
    const listed = (value: string): Found | null =>
      options?.includes(value) === false
        ? { code: 'not-listed', values: { value: shown(value), options: options.join(', ') } }
        : null;
    const alone = (row: CsvRow): Found | null =>
      of !== undefined && columns.includes(of) && row[of] == null
        ? { code: 'cell-alone', values: { column: of } }
        : null;
    // What is no number at all is told with all else of another type.
    const unheld = (value: string): Found | null => {
      const found = NUMBERS.has(column) ? numberFault(value) : null;
      return found?.code === 'number-wrong' ? null : found;
    };
    return options === undefined && of === undefined && !NUMBERS.has(column)
      ? []
      : [{ column, check: (value, row) => unheld(value) ?? listed(value) ?? alone(row) }];
  });
}

function tableFaults(name: string, table: PackageTable): RecordFault[] {
  const rules = rulesOf(name, table.columns);
  return table.rows.flatMap((row, position) => {
    const empty = new Set<unknown>();
    return rules.flatMap(({ column, check }) => {
      const value = row[column];
      const found = value == null ? null : check(value, row);
      // An empty cell is told once, however many others say more of it.
      const isTold = found?.code === 'cell-alone' && empty.has(found.values?.['column']);
      if (found?.code === 'cell-alone') empty.add(found.values?.['column']);
      return found === null || isTold ? [] : [cellFault(table, row, position, column, found)];
    });
  });
}

/** What keeps a number from being a place in a row. */
function orderFault(number: string): Found | null {
  if (!Number.isInteger(Number(number))) return { code: 'not-whole', values: { value: number } };
  return Number(number) < 1 ? { code: 'too-small', values: { value: number, least: 1 } } : null;
}

/**
 * Evidence says of what it is, as nobody would look for it otherwise, and is numbered within its thing, so that it is known
 * what comes first.
 */
function evidenceFaults(table: PackageTable): RecordFault[] {
  const keyOf = ({ of, thing, number }: CsvRow) => JSON.stringify([of, thing, Number(number)]);
  const alike = Map.groupBy(table.rows, keyOf);
  const inNumber = (row: CsvRow): Found | null => {
    const { of, number } = row;
    if (number == null) return { code: 'missing' };
    const wrong = numberFault(number) ?? orderFault(number);
    const key = keyOf(row);
    if (wrong !== null || of == null || alike.get(key)?.length === 1) return wrong;
    return { code: 'used-twice', values: { id: number, first: key } };
  };
  return table.rows.flatMap((row, position) => {
    const told = (column: string, found: Found | null) =>
      found === null ? [] : [cellFault(table, row, position, column, found)];
    return [
      ...told('of', row['of'] == null ? { code: 'missing' } : null),
      ...told('number', inNumber(row)),
    ];
  });
}

/** What cells say that nobody can take as it is, though nothing of the record is missing. */
export function findCellFaults(tables: PackageTables): RecordFault[] {
  const evidence = tables.get('evidence');
  return [
    ...[...tables].flatMap(([name, table]) => tableFaults(name, table)),
    ...(evidence === undefined ? [] : evidenceFaults(evidence)),
  ];
}

/**
 * Cells that repeat what is read from elsewhere, but name something all the same.
 * @param ids of all that can be named; null where one of them cannot be told
 */
export const findNamesOfNothing = (
  table: PackageTable | undefined,
  column: string,
  thing: 'party' | 'source',
  ids: ReadonlySet<string | null | undefined> | null,
): RecordFault[] =>
  (table?.rows ?? []).flatMap((row, position) => {
    const id = row[column];
    if (table === undefined || id == null || ids === null || ids.has(id)) return [];
    return [cellFault(table, row, position, column, missed(thing, id, ids))];
  });

type Expected = Readonly<Record<string, string | null | undefined>>;

/** Cells that repeat, for whoever reads the table, what is read from elsewhere; those that say something else. */
const unlike = (
  table: PackageTable,
  row: CsvRow,
  position: number,
  expected: Expected,
): RecordFault[] =>
  Object.entries(expected).flatMap(([column, right]) => {
    const value = row[column];
    if (value == null || value === right) return [];
    const values = { value: shown(value), right: right == null ? '–' : shown(right) };
    return [cellFault(table, row, position, column, { code: 'cell-repeats', values })];
  });

type Parties = RecordData['mechanism']['parties'];

/** A package tells the parties in its description, where they are read; a workbook has only the table. */
function partiesRepeated(tables: PackageTables, parties: Parties): RecordFault[] {
  const table = tables.get('parties');
  return (table?.rows ?? []).flatMap((row, position) => {
    const party = parties.find(({ id }) => id === row['id']);
    if (table === undefined) return [];
    if (party === undefined) return unlike(table, row, position, { id: null });
    const names = Object.keys(row)
      .filter((column) => column.startsWith('name_'))
      .map((column) => [column, party.name[column.slice('name_'.length)]] as const);
    const { country } = party;
    return unlike(table, row, position, { ...Object.fromEntries(names), country });
  });
}

/** Where a meeting took place, and with whom: all of it follows from the place. */
function placesRepeated(tables: PackageTables, parties: Parties): RecordFault[] {
  const table = tables.get('meetings');
  const places = new Map((tables.get('places')?.rows ?? []).map((row) => [row['id'], row]));
  const hosts = new Map(parties.map(({ country, id }) => [country, id]));
  return (table?.rows ?? []).flatMap((row, position) => {
    if (table === undefined) return [];
    const place = places.get(row['place']);
    const names = Object.keys(row)
      .filter((column) => column.startsWith('place_'))
      .map((column) => [column, place?.[column.replace('place', 'name')]] as const);
    const country = place?.['country'];
    return unlike(table, row, position, {
      ...Object.fromEntries(names),
      country,
      host: country == null ? null : hosts.get(country),
    });
  });
}

/** What the first piece of evidence of a fact repeats of the fact's own row. */
function evidenceRepeated(tables: PackageTables, { rowsOf }: PackageEvidence): RecordFault[] {
  const table = tables.get('evidence');
  if (table === undefined) return [];
  const positions = new Map(table.rows.map((row, position) => [row, position]));
  const check = (of: string, thing: string, expected: Expected) => {
    const [first] = rowsOf(of, thing);
    const alone = { independent: null, basis: null };
    return first === undefined
      ? []
      : unlike(table, first, positions.get(first) ?? 0, { ...expected, ...alone });
  };
  const meetings = (tables.get('meetings')?.rows ?? []).flatMap((row) =>
    check('attendance', row['ordinal'] ?? '', {
      source: row['attendance-source'],
      locator: row['attendance-locator'],
    }),
  );
  const entries = (tables.get('entries')?.rows ?? []).flatMap((row) =>
    check('entry', row['id'] ?? '', {
      source: row['source'],
      locator: row['locator'],
      quote: row['quote'],
      'quote-lang': row['quote-lang'],
    }),
  );
  const others = Object.entries(EVIDENCE_OF).flatMap(([name, of]) => {
    const column = PACKAGE_TABLES[name]?.of?.column;
    if (column === undefined) return [];
    const groups = Map.groupBy(tables.get(name)?.rows ?? [], (row) => row[column]);
    return [...groups].flatMap(([id, rows]) =>
      rows.flatMap((row, index) => check(of, `${id}/${index + 1}`, { source: row['source'] })),
    );
  });
  return [...meetings, ...entries, ...others];
}

/** Cells that are not read, since what they say stands elsewhere too, and that say something else than is said there. */
export const findUnread = (
  tables: PackageTables,
  evidence: PackageEvidence,
  { mechanism: { parties } }: RecordData,
): RecordFault[] => [
  ...partiesRepeated(tables, parties),
  ...placesRepeated(tables, parties),
  ...evidenceRepeated(tables, evidence),
];
