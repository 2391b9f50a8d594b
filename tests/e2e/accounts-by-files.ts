/** Whose accounts entries rest on, by a reading of the record's files, without the engine. */
import { readRecord } from '#mocks/read-record.ts';

export const { entries, sources, meetings } = await readRecord();
const reporter = new Map(sources.map(({ id, reportedBy }) => [id, reportedBy]));

/** Whose accounts an entry rests on. */
function accountsOf({ source, further = [] }: (typeof entries)[number]) {
  const cited = [source, ...further.map((page) => page.source)];
  return new Set(cited.flatMap((id) => reporter.get(id ?? '') ?? []));
}

/** True if, thirds aside, only accounts of these have an entry. */
function isAlone(entry: (typeof entries)[number], alone: readonly string[]) {
  const held = accountsOf(entry);
  held.delete('third');
  return held.size === alone.length && alone.every((account) => held.has(account));
}

/** How many entries of a meeting, or of all, only accounts of these have. */
export const countAlone = (alone: readonly string[], meeting?: number) =>
  entries.filter(
    (entry) => (meeting === undefined || entry.meeting === meeting) && isAlone(entry, alone),
  ).length;

/** For how many meetings anything that the files say of them rests on an account of a party. */
export const countRead = (party: string, ordinals: readonly number[]) =>
  ordinals.filter((ordinal) => {
    const facts = JSON.stringify([
      meetings.find((one) => one.ordinal === ordinal),
      entries.filter(({ meeting }) => meeting === ordinal),
    ]);
    return sources.some(({ id, reportedBy }) => reportedBy === party && facts.includes(`"${id}"`));
  }).length;

/** What the columns of some entries are to be, by a reading of the files. */
export function dueColumns(some: typeof entries) {
  const isOf = (...alone: string[]) => some.filter((entry) => isAlone(entry, alone));
  const [china, russia] = [isOf('china'), isOf('russia')];
  const third = some.filter((entry) => isAlone(entry, []) && accountsOf(entry).has('third'));
  const nobody = some.filter((entry) => accountsOf(entry).size === 0);
  const rest = new Set([china, russia, third, nobody].flat());
  const both = some.filter((entry) => !rest.has(entry));
  return [
    ['Only in accounts of China', china],
    ['In both sides’ accounts, or agreed by both', both],
    ['Only in accounts of Russia', russia],
    ['Only in third parties’ accounts', third],
    ['In no known account', nobody],
  ] as const;
}
