import type { LanguageMap, LocalText, Translations } from '#src/api/schemas/common.ts';
import { type CsvValue, toCsv } from '../csv.ts';

export interface Column<Row> {
  id: string;
  type?: 'string' | 'integer' | 'number';
  isRequired?: boolean;
  description?: string;
  /** The table and column that a value names. */
  names?: readonly [table: string, column: string];
  value: (row: Row) => CsvValue;
}

/** A table with what the package says about it. */
export interface Table {
  resource: { name: string; path: string; [property: string]: unknown };
  columns: readonly Pick<Column<never>, 'id' | 'names'>[];
  /** Its rows, each with a value for every column. */
  values: readonly (readonly CsvValue[])[];
}

/** The file of the package that a table is. */
export const tableCsv = ({ columns, values }: Table): string =>
  toCsv(
    columns.map(({ id }, index) => ({
      id,
      value: (row: readonly CsvValue[]) => row[index] ?? null,
    })),
    values,
    'data',
  );

const EDTF = 'A date of EDTF level 0: a year, a month or a day, never more precise than known';

/** A column of dates, which stay text: a day would claim more than many of them know. */
export function dateColumn<Row>(id: string, value: (row: Row) => CsvValue): Column<Row> {
  return { id, description: EDTF, value };
}

/** A remark, the language that it is in, and its translations. */
export function noteColumns<Row extends { notes: LocalText | null }>(
  rows: readonly Row[],
): Column<Row>[] {
  return [
    { id: 'notes', value: ({ notes }) => notes?.text ?? null },
    { id: 'notes-lang', value: ({ notes }) => notes?.lang ?? null },
    ...translationColumns('notes', rows, ({ notes }) => notes?.translations),
  ];
}

/** A column for each language that a text is translated into in any row: `text_zh`. */
export function translationColumns<Row>(
  prefix: string,
  rows: readonly Row[],
  read: (row: Row) => Translations | undefined,
): Column<Row>[] {
  return columnsByTag(prefix, new Set(rows.flatMap((row) => Object.keys(read(row) ?? {}))), read);
}

/** One column for each language in which any row has a name: `name_en`, `name_zh`. */
export function nameColumns<Row>(
  prefix: string,
  rows: readonly Row[],
  read: (row: Row) => LanguageMap | null,
): Column<Row>[] {
  const tags = new Set(['en', ...rows.flatMap((row) => Object.keys(read(row) ?? {}))]);
  return columnsByTag(prefix, tags, read);
}

const columnsByTag = <Row>(
  prefix: string,
  tags: ReadonlySet<string>,
  read: (row: Row) => Readonly<Record<string, string>> | null | undefined,
): Column<Row>[] =>
  [...tags].map((tag) => ({
    id: `${prefix}_${tag}`,
    description: `In the language ${tag} (BCP 47)`,
    value: (row) => read(row)?.[tag] ?? null,
  }));

export function toTable<Row>(
  name: string,
  key: readonly string[],
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): Table {
  const foreignKeys = columns.flatMap(({ id, names }) =>
    names === undefined
      ? []
      : [{ fields: [id], reference: { resource: names[0], fields: [names[1]] } }],
  );
  return {
    resource: {
      name,
      type: 'table',
      path: `data/${name}.csv`,
      scheme: 'file',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields: columns.map(({ id, type = 'string', isRequired = false, description }) => ({
          name: id,
          type,
          ...(description !== undefined && { description }),
          ...((isRequired || key.includes(id)) && { constraints: { required: true } }),
        })),
        ...(key.length > 0 && { primaryKey: key }),
        ...(foreignKeys.length > 0 && { foreignKeys }),
        missingValues: [''],
      },
    },
    columns,
    values: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}
