import writeWorkbook, { type Feature } from 'write-excel-file/universal';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';

import { isDay } from '#src/api/edtf.ts';
import type { CsvValue } from '../csv.ts';
import { letterOf } from './column-letters.ts';

export interface SheetColumn {
  /** The heading; none in a sheet of prose. */
  id: string;
  /** In characters. */
  width?: number;
  /** True for a column whose days are dates to a spreadsheet; months and years stay text, as nobody knows their day. */
  hasDays?: boolean;
  /** What a cell can be: one of a list, or what stands in the first column of another sheet. A slip is warned of, not kept out. */
  choices?: readonly string[] | { sheet: string; column: number };
}

export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly CsvValue[])[];
  hasHeading?: boolean;
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How far drop-downs reach: as many rows as anyone fills by hand. */
const LAST_ROW = 10_000;
const USUAL_WIDTH = 18;
/** Longer than this no list of choices can be told in one formula. */
const LONGEST_LIST = 255;

const ESCAPE = /_(?=x[\dA-Fa-f]{4}_)/g;
/** What XML cannot hold; and the sign for one that was lost, which the library takes out. */
const NOT_IN_XML = /(?![\t\n])[\p{Cc}\uFFFD-\uFFFF]/gu;

const escapedSign = (sign: string) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`;

/**
 * A text in the format's own escapes for what XML cannot hold, so that it is read back as it was. So are words as
 * `constructor`, which the library looks up in an object that knows them already.
 */
function escaped(text: string): string {
  if (text in {}) return `${escapedSign(text)}${text.slice(1)}`;
  return text.replaceAll(ESCAPE, '_x005F_').replaceAll(NOT_IN_XML, escapedSign);
}

/** The first day that all programs take for the same one: before it some count a 29 February 1900, or no day at all. */
const FIRST_DATE = '1900-03-01';

/** A value as a cell of its type. Text is text to every program: none runs it as a formula, or takes it for a date. */
function toCell(value: CsvValue, { hasDays = false }: SheetColumn) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (hasDays && isDay(value) && value >= FIRST_DATE)
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return { value: escaped(value), type: String, format: '@', alignVertical: 'top' as const };
}

function formulaOf(choices: NonNullable<SheetColumn['choices']>): string | null {
  if ('sheet' in choices) {
    const letter = letterOf(choices.column);
    return `'${choices.sheet}'!$${letter}$2:$${letter}$${LAST_ROW}`;
  }
  const list = `"${choices.join(',')}"`;
  return list.length > LONGEST_LIST ? null : list;
}

/** The drop-downs of a sheet, which the library leaves to whoever wants them. */
function dropDowns({ columns }: Sheet): string | null {
  const lists = columns.flatMap(({ choices }, column) => {
    const formula = choices === undefined ? null : formulaOf(choices);
    if (formula === null) return [];
    const letter = letterOf(column);
    const range = sanitizeAttributeValue(`${letter}2:${letter}${LAST_ROW}`);
    return [
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${range}">` +
        `<formula1>${sanitizeTextContent(formula)}</formula1></dataValidation>`,
    ];
  });
  return lists.length === 0
    ? null
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

const WORKSHEET = 'xl/worksheets/sheet{id}.xml';

const withDropDowns = (sheets: readonly Sheet[]): Feature<Blob> => ({
  files: {
    transform: {
      [WORKSHEET]: {
        transform: (xml, _options, { sheetIndex }) => {
          const sheet = sheets[sheetIndex];
          const markup = sheet === undefined ? null : dropDowns(sheet);
          const order = getOrderOfSiblings(WORKSHEET, 'worksheet');
          return markup === null || order === undefined
            ? xml
            : insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
        },
      },
    },
  },
});

/** Writes a workbook: of each sheet the heading stays in view, and every cell has the type of its value. */
export function writeSheets(sheets: readonly Sheet[]): Promise<Blob> {
  const toData = ({ columns, rows, hasHeading = true }: Sheet) => [
    ...(hasHeading
      ? [columns.map(({ id }) => ({ value: id, type: String, fontWeight: 'bold' as const }))]
      : []),
    ...rows.map((row) =>
      row.map((value, index) => {
        const column = columns[index] ?? { id: '' };
        const cell = toCell(value, column);
        return cell === null || column.width === undefined ? cell : { ...cell, wrap: true };
      }),
    ),
  ];
  return writeWorkbook(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: toData(sheet),
      columns: sheet.columns.map(({ width = USUAL_WIDTH }) => ({ width })),
      ...(sheet.hasHeading !== false && { stickyRowsCount: 1 }),
    })),
    { features: [withDropDowns(sheets)] },
  ).toBlob();
}
