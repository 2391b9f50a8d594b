/** Names that mean nothing, and those that are missing instead: one slip each, told once. */
import type { RecordFault } from '#src/api/record-fault.ts';
import { fileFault, type Found, visible } from './faults.ts';
import { isNear } from './near-names.ts';

/** A name without what nobody means by it: capital letters, wide ones, spaces, hyphens, signs without width. */
export const folded = (name: string) =>
  name
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\s_-]/gu, '')
    .toLowerCase();

export const isLike = (one: string, other: string) => folded(one) === folded(other);

export const renamed = (name: string, meant: string): Found => ({
  code: 'renamed',
  values: { name: visible(name), meant },
});

/**
 * What is wrong with names. A missing one that is only written otherwise, or a letter away, is told with what was written, once;
 * so is each where as many are missing as mean nothing.
 * @param optional names that may be missing, and may be meant
 */
export function pairNames<Fault>(
  unknown: readonly string[],
  missing: readonly string[],
  optional: readonly string[],
  tell: {
    unknown: (name: string) => Fault;
    missing: (name: string) => Fault;
    renamed: (name: string, meant: string) => Fault;
  },
): Fault[] {
  const meant = new Map<string, string>();
  const isFree = (name: string) => ![...meant.values()].includes(name);
  for (const isThat of [isLike, isNear])
    for (const name of unknown.filter((one) => !meant.has(one))) {
      const like = [...missing, ...optional].find((one) => isFree(one) && isThat(one, name));
      if (like !== undefined) meant.set(name, like);
    }
  const [lost, others] = [missing.filter(isFree), unknown.filter((name) => !meant.has(name))];
  if (lost.length === others.length)
    for (const [index, name] of others.entries()) meant.set(name, lost[index] ?? '');
  return [
    ...missing.filter(isFree).map(tell.missing),
    ...unknown.map((name) => {
      const right = meant.get(name);
      return right === undefined ? tell.unknown(name) : tell.renamed(name, right);
    }),
  ];
}

/** Faults of files, of which one of an unknown name is told with the missing one that it was to be. */
export function pairFiles(faults: readonly RecordFault[]): RecordFault[] {
  const filesOf = (code: string) =>
    faults.filter((fault) => fault.code === code && fault.path === '$').map(({ file }) => file);
  const [unknown, missing] = [filesOf('unknown-file'), filesOf('no-file')];
  const isOfName = ({ file, path }: RecordFault) =>
    path === '$' && [...unknown, ...missing].includes(file);
  return [
    ...faults.filter((fault) => !isOfName(fault)),
    ...pairNames(unknown, missing, [], {
      unknown: (file) => fileFault(file, { code: 'unknown-file' }),
      missing: (file) => fileFault(file, { code: 'no-file' }),
      renamed: (file, meant) => fileFault(file, renamed(file, meant)),
    }),
  ];
}
