import { DataStatus, EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';
import { EventKind } from '#src/api/schemas/exchange-years.ts';
import { MeetingFormat } from '#src/api/schemas/meetings.ts';
import type { WholeRecord } from '#src/api/whole-record.ts';
import type { CsvValue } from '../csv.ts';
import { toTables } from '../data-package/data-package.ts';
import {
  type Column,
  nameColumns,
  type Table,
  toTable,
  translationColumns,
} from '../data-package/table.ts';
import { GUIDE_SHEET, MECHANISM_SHEET, NOTES_SHEET, OTHER_NAMES_SHEET } from './sheet-names.ts';
import type { Sheet, SheetColumn } from './write-sheets.ts';

const GUIDE_WIDTH = 100;
const TEXT_WIDTH = 60;
const LONG_COLUMNS = /^(text|title|quote|notes|attendance|basis)(_|$)/;

/** What cells can be where the contract lists it. */
function choicesOf(table: string, id: string, parties: readonly string[]) {
  const joint = [...parties, 'joint'];
  const choices: Record<string, readonly string[]> = {
    'mechanism.dataStatus': DataStatus.options,
    'sources.reportedBy': [...joint, 'third'],
    'sources.stand-in-from': ['address', 'description'],
    'sources.copy': ['yes'],
    'meetings.format': MeetingFormat.options,
    'entries.kind': EntryKind.options,
    'entries.party': joint,
    'exchange-year-hosting.host': joint,
    'exchange-year-events.kind': EventKind.options,
    'evidence.of': ['entry', 'venue', 'attendance', 'co-chair', 'event', 'figure', 'session'],
    'evidence.independent': ['yes', 'no'],
  };
  return id === 'status' ? EvidenceStatus.options : choices[`${table}.${id}`];
}

function toSheet(table: Table, all: readonly Table[], parties: readonly string[]): Sheet {
  const { name } = table.resource;
  const columns = table.columns.map(({ id, names }): SheetColumn => {
    const target = names && all.find(({ resource }) => resource.name === names[0]);
    const column = target?.columns.findIndex((one) => one.id === names?.[1]) ?? -1;
    const choices =
      names !== undefined && column >= 0
        ? { sheet: names[0], column }
        : choicesOf(name, id, parties);
    return {
      id,
      ...(LONG_COLUMNS.test(id) && { width: TEXT_WIDTH }),
      ...(choices !== undefined && { choices }),
    };
  });
  return { name, columns, rows: table.values };
}

function mechanismTables({ mechanism }: WholeRecord): Table[] {
  const { notes = [], otherNames = [] } = mechanism;
  type Own = WholeRecord['mechanism'];
  const own = (id: 'id' | 'since' | 'dataStatus' | 'dataVersion' | 'dataDate'): Column<Own> => ({
    id,
    value: (row): CsvValue => row[id],
  });
  return [
    toTable(
      MECHANISM_SHEET,
      ['id'],
      [mechanism],
      [
        own('id'),
        own('since'),
        own('dataStatus'),
        own('dataVersion'),
        own('dataDate'),
        ...nameColumns('name', [mechanism], ({ name }) => name),
      ],
    ),
    toTable(NOTES_SHEET, [], notes, [
      { id: 'text', value: ({ text }) => text },
      { id: 'lang', value: ({ lang }) => lang },
      ...translationColumns('text', notes, ({ translations }) => translations),
    ]),
    toTable(OTHER_NAMES_SHEET, [], otherNames, [
      { id: 'written', value: ({ written }) => written },
      { id: 'other', value: ({ other }) => other },
    ]),
  ];
}

/**
 * The whole record as the sheets of a workbook: the tables of the data package, and what its descriptor holds.
 * @param guide the lines of the first sheet, which explain the others
 */
export function recordSheets(record: WholeRecord, guide: readonly string[]): Sheet[] {
  const tables = [...mechanismTables(record), ...toTables(record)];
  const parties = record.mechanism.parties.map(({ id }) => id);
  return [
    {
      name: GUIDE_SHEET,
      columns: [{ id: '', width: GUIDE_WIDTH }],
      rows: guide.map((line) => [line]),
      hasHeading: false,
    },
    ...tables.map((table) => toSheet(table, tables, parties)),
  ];
}
