import type { WholeRecord } from '#src/api/whole-record.ts';
import { toEvidenceTable } from './evidence-table.ts';
import { type Table, tableCsv } from './table.ts';
import { toMeetingTables } from './meeting-tables.ts';
import {
  toCommissionTables,
  toExchangeYearTables,
  toGroundTables,
  toPlaceTable,
} from './other-tables.ts';

interface Context {
  /** Where the record was taken from. */
  address: string;
  /** True for the data that come with the app, whose licence is known; a backend's own data state none here. */
  isShippedData: boolean;
}

/** The data that come with the app are under the app's own licence. */
const SHIPPED_LICENCE = {
  name: 'MIT',
  title: 'MIT License',
  path: 'https://opensource.org/license/mit',
};

/** The whole record as tables. */
export const toTables = (record: WholeRecord): Table[] => [
  ...toGroundTables(record),
  toPlaceTable(record),
  ...toMeetingTables(record),
  ...toExchangeYearTables(record),
  ...toCommissionTables(record),
  toEvidenceTable(record),
];

/** The whole record as a Frictionless Data Package, version 2: every file by its path. */
export function toDataPackage(record: WholeRecord, context: Context): Map<string, string> {
  const { mechanism } = record;
  const tables = toTables(record);
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: mechanism.id,
    title: mechanism.name.en,
    description: `Data status: ${mechanism.dataStatus}. Texts are paraphrases; each names its document and, where known, the place in it.`,
    version: mechanism.dataVersion,
    created: `${mechanism.dataDate.padEnd(10, '-01')}T00:00:00Z`,
    homepage: context.address,
    // What no table holds; the specification leaves further properties free.
    mechanism,
    ...(context.isShippedData && { licenses: [SHIPPED_LICENCE] }),
    resources: tables.map(({ resource }) => resource),
  };
  return new Map([
    ['datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`],
    ...tables.map((table) => [table.resource.path, tableCsv(table)] as const),
  ]);
}
