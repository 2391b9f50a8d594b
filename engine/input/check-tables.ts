import type { RecordFault } from '#src/api/record-fault.ts';
import type { Part } from '../edition/check-references.ts';
import { checkRecord, type Input, refused } from './check-record.ts';
import { toRecordParts } from './data-package-tables.ts';
import { createPackageEvidence } from './package-evidence.ts';
import { PACKAGE_TABLES, PART_TABLES } from './package-layout.ts';
import {
  findOrphans,
  findUnlikeOffices,
  type PackageTable,
  type PackageTables,
  toPackageFault,
} from './package-tables.ts';

const PARTS = Object.entries(PART_TABLES);

/** The parts of the record of which nothing can be missed, since a table that they are in cannot be told. */
function unreadParts(isLost: (table: string) => boolean): Set<Part> {
  const lost = PARTS.filter(([, { table }]) => isLost(table)).map(([part]) => part as Part);
  return new Set<Part>([
    ...lost,
    ...(isLost('groups') || isLost('fields') ? ['fields' as const] : []),
    ...(isLost('co-chairs') ? ['offices' as const] : []),
  ]);
}

/** True for what is only missed because the list that it is in, or its line, could not be read. */
function isConsequence(
  fault: RecordFault,
  tables: PackageTables,
  isLost: (table: string) => boolean,
) {
  const property = /^\$\[\d+\]\.(\w+)/.exec(fault.path)?.[1] ?? '';
  const own = [...tables].find(([, { file }]) => file === fault.file);
  const about = PARTS.find(([, { table }]) => table === own?.[0])?.[1];
  const list = about?.lists?.[property];
  return (
    (list !== undefined && isLost(list)) ||
    (fault.line !== undefined && own?.[1].badLines.has(fault.line) === true)
  );
}

/**
 * Checks the record that tables tell, wherever they stood: everything that is wrong, under their own names and lines.
 * @param errors what is wrong with the tables as such
 */
export function checkTables(
  mechanism: unknown,
  tables: PackageTables,
  errors: readonly RecordFault[],
): Input {
  const isLost = (table: string) =>
    tables.get(table)?.isBroken ?? PACKAGE_TABLES[table]?.isNew !== true;
  const evidence = createPackageEvidence(tables.get('evidence'));
  const parts = toRecordParts(mechanism, (name) => tables.get(name)?.rows ?? [], evidence);
  const checked = checkRecord(parts, unreadParts(isLost));
  const faults = checked.errors
    .map((fault) => toPackageFault(fault, tables))
    .filter((fault) => !isConsequence(fault, tables, isLost));
  // Rows of a thing whose own id is at fault are no orphans.
  const isUnsure = ({ file, isBroken, badLines }: PackageTable) =>
    isBroken ||
    badLines.size > 0 ||
    faults.some((fault) => fault.file === file && /\.(id|ordinal)$/.test(fault.path));
  const areTablesWhole = [...tables.values()].every((table) => !isUnsure(table));
  const all = [
    ...errors,
    ...faults,
    ...findOrphans(tables, isUnsure),
    ...findUnlikeOffices(tables),
    ...(areTablesWhole && errors.length === 0 ? evidence.unread() : []),
  ];
  if (all.length > 0 || checked.record === null) return refused(all);
  const warnings = checked.warnings.map((fault) => toPackageFault(fault, tables));
  return { ...checked, warnings };
}
