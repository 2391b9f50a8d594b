import type { RecordFault } from '#src/api/record-fault.ts';
import { fileFault, toJsonPath } from '../reading/faults.ts';
import { RECORD_FILES, type RecordData } from '../record/record.ts';
import type { CsvRow } from './csv-rows.ts';
import { officeRows } from './data-package-tables.ts';
import type { PackageEvidence } from './package-evidence.ts';
import { EVIDENCE_OF, PACKAGE_TABLES, PART_TABLES } from './package-layout.ts';
import type { PackageTable, PackageTables } from './package-tables.ts';

/** A row of a table, and what is left of the path to a value that was read from it. */
type Place = { table: PackageTable; row: CsvRow; rest: string };

/** The columns that properties are read from, by what is left of the path within the row. */
const COLUMNS: readonly (readonly [RegExp, string])[] = [
  [/^\.name$/, 'name_en'],
  [/^\.name\.(.+)$/s, 'name_$1'],
  [/^\.translations\.(.+)$/s, 'text_$1'],
  [/^\.(notes|attendance)\.translations\.(.+)$/s, '$1_$2'],
  [/^\.(label|unit)Translations\.(.+)$/s, '$1_$2'],
  [/^\.venueName\.(.+)$/s, 'venue_$1'],
  [/^\.(notes|quote|basis|attendance)\.text$/, '$1'],
  [/^\.(notes|quote|basis)\.lang$/, '$1-lang'],
  [/^\.attendance\.(lang|source|locator)$/, 'attendance-$1'],
  [/^\.standIn\.text$/, 'stand-in'],
  [/^\.standIn\.isFromAddress$/, 'stand-in-from'],
  [/^\.copy\.of$/, 'copy-of'],
  [/^\.attendance\.further$/, 'attendance-source'],
  [/^\.further$/, 'source'],
  [/^\.([\w-]+)$/, '$1'],
];

/** The column of what is left of a path within a row; null for the row as such. */
export function columnOf(rest: string): string | null {
  const [pattern, column] = COLUMNS.find(([one]) => one.test(rest)) ?? [];
  return pattern === undefined || column === undefined ? null : rest.replace(pattern, column);
}

const ITEM = /^\$(?:\.(groups|fields))?\[(\d+)\](.*)$/s;
const LISTED = /^\.(\w+)\[(\d+)\](.*)$/s;
/** Evidence beyond the first piece, and what the table of evidence has of that first piece beside its source. */
const FURTHER = /^(\.attendance)?\.(further|venueEvidence)\[(\d+)\](.*)$/s;
const FIRST = /^(\.attendance)?(\.locator|\.quote(?:\..+)?)$/s;

/** Finds the cells that the values of a record were read from. */
export class Cells {
  readonly #tables: PackageTables;
  readonly #evidence: PackageEvidence;
  readonly #positions = new Map<PackageTable, ReadonlyMap<CsvRow, number>>();
  readonly #families = new Map<string, Map<unknown, CsvRow[]>>();

  constructor(tables: PackageTables, evidence: PackageEvidence) {
    this.#tables = tables;
    this.#evidence = evidence;
  }

  /** Names the file of the package, with the line in it and the column, where a check names a part of the record. */
  place(fault: RecordFault): RecordFault {
    const { file, path } = fault;
    const part = Object.entries(RECORD_FILES).find(([, name]) => name === file)?.[0] as
      | keyof RecordData
      | undefined;
    if (part === 'mechanism')
      return { ...fault, file: 'datapackage.json', path: `$.mechanism${path.slice(1)}` };
    const place = part === undefined ? null : this.#find(part, path);
    if (place === null) {
      const name = part === 'offices' ? 'co-chairs' : file.replace(/\.json$/, '');
      return { ...fault, file: this.#tables.get(name)?.file ?? `data/${name}.csv` };
    }
    const { table, row, rest } = place;
    const column = columnOf(rest);
    const name = part && PART_TABLES[part]?.lists?.[column ?? ''];
    const list = this.#tables.get(name ?? '');
    // Of a table without any row that is the fault, not what each thing lacks in it.
    if (fault.code === 'too-few' && list?.rows.length === 0 && !list.isBroken)
      return fileFault(list.file, { code: 'missing' });
    return {
      ...fault,
      // The list itself is the rows of another table.
      ...(fault.code === 'too-few' &&
        name !== undefined && { code: 'no-rows' as const, values: { table: list?.file ?? name } }),
      file: table.file,
      path: toJsonPath([this.#positionOf(table, row), ...(column === null ? [] : [column])]),
      line: table.lineOf(row),
    };
  }

  #positionOf(table: PackageTable, row: CsvRow): number {
    const known =
      this.#positions.get(table) ?? new Map(table.rows.map((one, index) => [one, index]));
    this.#positions.set(table, known);
    return known.get(row) ?? 0;
  }

  #rowsOf(child: string, table: PackageTable, column: string, id: unknown): CsvRow[] {
    const family =
      this.#families.get(child) ?? Map.groupBy(table.rows, (row): unknown => row[column]);
    this.#families.set(child, family);
    return family.get(id) ?? [];
  }

  /** The row of a thing's own table, or of one that lists what it has. */
  #find(part: keyof RecordData, path: string): Place | null {
    const [, group, position = '', rest = ''] = ITEM.exec(path) ?? [];
    if (position === '') return null;
    if (part === 'offices') return this.#findOffice(Number(position), rest);
    const about = PART_TABLES[part];
    const name = group ?? about?.table ?? '';
    const table = this.#tables.get(name);
    const row = table?.rows[Number(position)];
    if (table === undefined || row === undefined) return null;
    const [, property = '', item = '', within = ''] = LISTED.exec(rest) ?? [];
    const child = about?.lists?.[property] ?? '';
    const [list, layout] = [this.#tables.get(child), PACKAGE_TABLES[child]];
    if (list === undefined || layout?.of === undefined) {
      const thing = row[part === 'meetings' ? 'ordinal' : 'id'] ?? '';
      return this.#findEvidence(EVIDENCE_OF[name] ?? '', thing, rest) ?? { table, row, rest };
    }
    const { column, id } = layout.of;
    const listed = this.#rowsOf(child, list, column, row[id])[Number(item)];
    if (listed === undefined) return { table, row, rest: '' };
    const value = layout.columns.find((one) => one !== column) ?? '';
    const thing = `${row[id]}/${Number(item) + 1}`;
    const own = { table: list, row: listed, rest: within === '' ? `.${value}` : within };
    return this.#findEvidence(EVIDENCE_OF[child] ?? '', thing, within) ?? own;
  }

  #findOffice(position: number, rest: string): Place | null {
    const table = this.#tables.get('co-chairs');
    const row = officeRows(table?.rows ?? [])[position];
    if (table === undefined || row === undefined) return null;
    const named = rest.replace(/^\.name(?:\.(.+))?$/s, (_, tag = 'en') => `.office_${tag}`);
    return { table, row, rest: rest === '.id' ? '.office' : named };
  }

  /** The row of evidence that a value beside a fact was read from; null for what stands in the fact's own row. */
  #findEvidence(of: string, thing: string, rest: string): Place | null {
    const table = this.#tables.get('evidence');
    const [, ofAttendance, list, index = '', within = ''] = FURTHER.exec(rest) ?? [];
    const beside = list === undefined ? FIRST.exec(rest) : null;
    const isAttendance = (ofAttendance ?? beside?.[1]) !== undefined;
    const kind = list === 'venueEvidence' ? 'venue' : isAttendance ? 'attendance' : of;
    const isOwn = kind === 'entry' || rest === '.attendance.locator';
    if (table === undefined || (list === undefined && (beside === null || isOwn))) return null;
    const nth = list === undefined ? 0 : Number(index) + Number(list === 'further');
    const row = this.#evidence.rowsOf(kind, thing)[nth];
    return row === undefined ? null : { table, row, rest: beside?.[2] ?? within };
  }
}
