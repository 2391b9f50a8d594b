import { firstDay, lastDay } from '#src/api/edtf.ts';

type Meeting = { ordinal: number; date: string };

type Pair<Item> = { meeting: Item; before: Item };

/** Of more meetings each is held against one other alone. */
const MOST_COMPARED = 500;

/** Two meetings of which the one of the higher ordinal was over before the other began. */
function pairsOutOfOrder<Item extends Meeting>(meetings: readonly Item[]): Pair<Item>[] {
  const sorted = meetings
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .map((item) => ({ item, first: firstDay(item.date), last: lastDay(item.date) }));
  let latest = sorted[0];
  return sorted.flatMap((one, at) => {
    const others = sorted.length > MOST_COMPARED ? [latest ?? one] : sorted.slice(0, at);
    const after = one.last < (latest?.first ?? '') ? others : [];
    if (latest === undefined || one.first > latest.first) latest = one;
    return after
      .filter(({ first }) => one.last < first)
      .map(({ item }) => ({ meeting: one.item, before: item }));
  });
}

/**
 * The meetings whose dates break the contract's rule on ordinals: no meeting was over (the last possible day of its date)
 * before one of a lower ordinal began (the first possible day). Two meetings of one day, or a year and one of its months,
 * stand in either order. The meetings may come in any.
 * @returns about the fewest without which the others are in order, each as `wrong`, with two that are not: it is one of them
 */
export function misplacedMeetings<Item extends Meeting>(
  meetings: readonly Item[],
): (Pair<Item> & { wrong: Item })[] {
  const against = new Map<Item, Set<Item>>();
  const note = (one: Item, other: Item) =>
    against.set(one, (against.get(one) ?? new Set()).add(other));
  for (const { meeting, before } of pairsOutOfOrder(meetings)) {
    note(meeting, before);
    note(before, meeting);
  }
  const misplaced: (Pair<Item> & { wrong: Item })[] = [];
  for (;;) {
    let [wrong, others]: [Item | null, Set<Item>] = [null, new Set()];
    for (const [one, set] of against) {
      // Of two that are out of order with as many, the later one.
      const isLater = set.size === others.size && one.ordinal > (wrong?.ordinal ?? 0);
      if (set.size > 0 && (set.size > others.size || isLater)) [wrong, others] = [one, set];
    }
    const other = [...others].at(-1);
    if (wrong === null || other === undefined) break;
    const [before = wrong, meeting = wrong] = [wrong, other].toSorted(
      (a, b) => a.ordinal - b.ordinal,
    );
    misplaced.push({ meeting, before, wrong });
    for (const one of others) against.get(one)?.delete(wrong);
    against.delete(wrong);
  }
  return misplaced.toSorted((a, b) => a.wrong.ordinal - b.wrong.ordinal);
}
