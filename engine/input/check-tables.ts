import * as v from 'valibot';

import { columnIn, type RecordFault } from '#src/api/record-fault.ts';
import { identifier } from '#src/api/schemas/common.ts';
import { findMixedUp, type Hidden, NO_PARTIES } from '../edition/check-ids.ts';
import type { Part } from '../edition/edition.ts';
import type { Contents } from '../edition/check-contents.ts';
import { findWarnings } from '../edition/check-warnings.ts';
import { checkParts, type Input, refused } from './check-record.ts';
import { toRecordParts } from './data-package-tables.ts';
import { oncePerPlace, sortFaults } from '../reading/faults.ts';
import { Cells } from './package-cells.ts';
import { findSlips } from './likely-slips.ts';
import { createPackageEvidence, type PackageEvidence } from './package-evidence.ts';
import { EVIDENCE_OF, PACKAGE_TABLES, PART_TABLES } from './package-layout.ts';
import {
  findOrphans,
  findUnlikeOffices,
  type PackageTable,
  type PackageTables,
} from './package-tables.ts';
import { findCellFaults, findNamesOfNothing, findUnread } from './table-rules.ts';

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

const isOfId = ({ path }: RecordFault) => /\]\.(?:id|ordinal)$/.test(path);
const isUnreadId = (fault: RecordFault) => isOfId(fault) && fault.code !== 'used-twice';
/** What a row of a co-chair tells of the office. */
const isOfOffice = ({ path }: RecordFault) => /\.(?:party|office)(?:_.*)?$/s.test(path);

const tableOf = (kind: string) => Object.entries(EVIDENCE_OF).find(([, of]) => of === kind)?.[0];
const isIn = (table: PackageTable | undefined) => (fault: RecordFault) =>
  fault.file === table?.file;

const partyId = v.pipe(
  identifier,
  v.check((id) => !NO_PARTIES.has(id)),
);
/** As many as there have to be, each with an id of its own: of a list that lacks one nothing is missed. */
const Parties = v.object({
  parties: v.pipe(
    v.array(v.object({ id: partyId })),
    v.minLength(2),
    v.check((parties) => new Set(parties.map(({ id }) => id)).size === parties.length),
  ),
});

/** The ids of the parties, which packages tell in their description; null where one of them cannot be told. */
function partiesOf(mechanism: unknown): ReadonlySet<string> | null {
  const { success, output } = v.safeParse(Parties, mechanism);
  return success ? new Set(output.parties.map(({ id }) => id)) : null;
}

/** The part of the record that the things of a table are. */
const partOf = (table: string) => PARTS.find(([, one]) => one.table === table)?.[0] as Part;

/**
 * The ids of a table's things that nobody can tell.
 * @param faults what is wrong with the rows by themselves
 */
function hiddenIn(
  table: PackageTable | undefined,
  mixedUp: readonly null[],
  faults: readonly RecordFault[],
): Hidden {
  if (table === undefined || table.isBroken) return 'all';
  const lines = new Set([
    ...table.badLines,
    ...faults.filter(isIn(table)).flatMap((fault) => (isUnreadId(fault) ? (fault.line ?? []) : [])),
  ]);
  const unread = table.rows.filter((row) => lines.has(table.lineOf(row)));
  return [...unread.map((row) => row['id'] ?? row['ordinal']), ...mixedUp];
}

type FaultTest = (fault: RecordFault) => boolean;

/**
 * What rows of one table say of rows of another, as far as those can be told apart.
 * @param record the parts that the rows tell, and the ids of its parties; null where they cannot be told
 * @param faults what is wrong with the rows by themselves, beside what `errors` say of their cells
 * @returns these, without what follows from others, and what is wrong between the tables
 */
function checkBetween(
  tables: PackageTables,
  evidence: PackageEvidence,
  { parties, parts }: { parties: ReadonlySet<string> | null; parts: Contents },
  { faults, errors }: { faults: readonly RecordFault[]; errors: readonly RecordFault[] },
  isOfLost: FaultTest,
): RecordFault[] {
  // Rows of a thing whose own id is at fault are no orphans.
  const isUnsure = ({ file, isBroken, badLines }: PackageTable) =>
    isBroken || badLines.size > 0 || faults.some((fault) => fault.file === file && isOfId(fault));
  const mixedUp = findMixedUp(parts);
  const orphans = findOrphans(tables, (owner) =>
    hiddenIn(tables.get(owner), mixedUp(partOf(owner)), faults),
  ).filter((fault) => !isOfLost(fault));
  const isSure = (table: string) => {
    const found = tables.get(table);
    return found !== undefined && !isUnsure(found);
  };
  /** What a piece of evidence is of is counted among its kind: a row too few, and others are counted wrongly. */
  const isKindSure = (of: string) => {
    const name = of === 'venue' || of === 'attendance' ? 'meetings' : tableOf(of);
    const { of: owner } = PACKAGE_TABLES[name ?? ''] ?? {};
    return (
      name !== undefined &&
      isSure(name) &&
      (owner === undefined || (isSure(owner.table) && !orphans.some(isIn(tables.get(name)))))
    );
  };
  const isOfficeAtFault = (line: number) =>
    [...faults, ...errors].some(
      (fault) => fault.line === line && isIn(tables.get('co-chairs'))(fault) && isOfOffice(fault),
    );
  const sources = new Set((tables.get('sources')?.rows ?? []).map((row) => row['id']));
  const between = [
    ...findNamesOfNothing(tables.get('meetings'), 'host', 'party', parties),
    ...findNamesOfNothing(
      tables.get('evidence'),
      'source',
      'source',
      isSure('sources') ? sources : null,
    ),
    ...findUnlikeOffices(tables, isOfficeAtFault),
    ...evidence.unread(isKindSure),
  ];
  const isMissed = createMissed(tables, faults, orphans);
  return [...faults.filter(isMissed), ...orphans, ...between.filter((fault) => !isOfLost(fault))];
}

/** Rows are only missed where those that are there can be told apart, and whose they are. */
function createMissed(
  tables: PackageTables,
  faults: readonly RecordFault[],
  orphans: readonly RecordFault[],
): FaultTest {
  const withoutId = new Set(faults.filter(isOfId).map(({ file, line }) => `${file} ${line}`));
  return ({ code, values, file, line }) => {
    if (code !== 'no-rows') return true;
    const list = [...tables.values()].find((table) => table.file === values?.['table']);
    return (
      list !== undefined &&
      !list.isBroken &&
      list.badLines.size === 0 &&
      !orphans.some(isIn(list)) &&
      !withoutId.has(`${file} ${line}`)
    );
  };
}

/** How the mechanism is told: as the tables are when it is asked for, and where in them it is at fault, if there. */
export type ToldMechanism = {
  read: () => unknown;
  place?: (fault: RecordFault) => RecordFault;
};

/** What the rows of tables tell, and what is wrong with them, beside the `errors` that are known. */
function checkRows(
  { read, place = (fault) => fault }: ToldMechanism,
  tables: PackageTables,
  errors: readonly RecordFault[],
) {
  const mechanism = read();
  const isLost = (table: string) =>
    tables.get(table)?.isBroken ?? PACKAGE_TABLES[table]?.isNew !== true;
  const evidence = createPackageEvidence(tables.get('evidence'));
  const parts = toRecordParts(mechanism, (name) => tables.get(name)?.rows ?? [], evidence);
  const { record, faults: unplaced } = checkParts(parts, unreadParts(isLost));
  const cells = new Cells(tables, evidence);
  const byFile = new Map([...tables.values()].map((table) => [table.file, table]));
  /** What follows from cells that cannot be told. */
  const isOfLost: FaultTest = (fault) => {
    const table = byFile.get(fault.file);
    return (
      table?.badLines.has(fault.line ?? 0) === true ||
      table?.lostColumns.has(columnIn(fault) ?? '') === true
    );
  };
  const placed = unplaced.map((fault) => place(cells.place(fault)));
  const faults = [...findCellFaults(tables), ...placed].filter((fault) => !isOfLost(fault));
  const parties = partiesOf(mechanism);
  const between = checkBetween(tables, evidence, { parties, parts }, { faults, errors }, isOfLost);
  const warnings = (record === null ? [] : findWarnings(record)).map((fault) =>
    place(cells.place(fault)),
  );
  return { record, evidence, warnings, faults: oncePerPlace(between) };
}

/**
 * Checks the record that tables tell, wherever they stood: everything that is wrong, under their own names and lines.
 * @param errors what is wrong with the tables as such
 */
export function checkTables(
  mechanism: ToldMechanism,
  tables: PackageTables,
  errors: readonly RecordFault[],
): Input {
  const { record, evidence, warnings, faults } = checkRows(mechanism, tables, errors);
  if (errors.length === 0 && faults.length === 0 && record !== null) {
    const unread = findUnread(tables, evidence, record);
    return { record, errors: [], warnings: sortFaults([...warnings, ...unread]) };
  }
  const { slips, left } = findSlips(
    tables,
    faults,
    (some) => checkRows(mechanism, some, errors).faults,
  );
  const isOfShifted = ({ file, line, code }: RecordFault) =>
    code === 'cell-unheaded' &&
    slips.some(
      (slip) =>
        slip.file === file &&
        (slip.code === 'columns-moved' || (slip.code === 'row-shifted' && slip.line === line)),
    );
  return refused(
    oncePerPlace([...errors.filter((fault) => !isOfShifted(fault)), ...slips, ...left]),
  );
}
