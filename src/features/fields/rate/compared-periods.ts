import { firstDay, lastDay } from '#src/api/edtf.ts';
import type { SummaryColumn } from '#src/api/schemas/entries.ts';
import type { Compared } from '#src/lib/comparison.ts';

/** What a run of meetings has on record of what was chosen, and of everything. */
export interface Period extends Compared {
  /** The dates of its first and its last meeting. */
  from: string;
  to: string;
  /** Entries of every field under the same other filters, each once. */
  all: number;
}

export interface ComparedPeriods {
  earlier: Period;
  later: Period;
  turn: string;
}

/** The columns with which a later period can begin: not the first, and not one that shares its days with any before. */
export function possibleTurns(columns: readonly SummaryColumn[]): SummaryColumn[] {
  let over = '';
  return columns.filter(({ date = '' }, at) => {
    const isTurn = at > 0 && over < firstDay(date);
    if (lastDay(date) > over) over = lastDay(date);
    return isTurn;
  });
}

/** The turn that was asked for; else the beginning of the range, else the middle. */
function turnOf(
  turns: readonly SummaryColumn[],
  { asked, from }: { asked: string | null; from: string | null },
): SummaryColumn | undefined {
  return (
    turns.find(({ key }) => key === asked) ??
    (from === null ? undefined : turns.find(({ date = '' }) => firstDay(date) >= firstDay(from))) ??
    turns[Math.floor(turns.length / 2)]
  );
}

function toPeriod(columns: readonly SummaryColumn[], own: ReadonlyMap<string, number>): Period {
  const sum = (valueOf: (column: SummaryColumn) => number) =>
    columns.reduce((total, column) => total + valueOf(column), 0);
  return {
    meetings: columns.length,
    from: columns[0]?.date ?? '',
    to: columns.at(-1)?.date ?? '',
    entries: sum(({ key }) => own.get(key) ?? 0),
    all: sum(({ entries }) => entries),
    documents: sum(({ sources = 0 }) => sources),
    unread: sum(({ sources = 0 }) => Number(sources === 0)),
  };
}

/**
 * The meetings as two periods, an earlier and a later one. Null where there are not two, or nothing to compare.
 * @param own the columns, oldest first, of a summary by meeting under the filters
 * @param all those of the same filters without the fields
 * @param choice the ordinal that was asked to begin the later period, and the beginning of the range
 */
export function comparePeriods(
  own: readonly SummaryColumn[],
  all: readonly SummaryColumn[],
  choice: { asked: string | null; from: string | null },
): ComparedPeriods | null {
  const turn = turnOf(possibleTurns(all), choice);
  const counts = new Map(own.map(({ key, entries }) => [key, entries]));
  if (turn === undefined || own.every(({ entries }) => entries === 0)) return null;
  const at = all.indexOf(turn);
  return {
    earlier: toPeriod(all.slice(0, at), counts),
    later: toPeriod(all.slice(at), counts),
    turn: turn.key,
  };
}

/** In what direction a number went, as it is shown: to a tenth. */
export function directionOf(before: number, after: number): 'up' | 'down' | 'same' {
  const [a, b] = [Math.round(before * 10), Math.round(after * 10)];
  return a === b ? 'same' : a < b ? 'up' : 'down';
}
