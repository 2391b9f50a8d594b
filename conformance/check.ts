import type { Random } from '#src/lib/random.ts';
import { type BackendUnderTest, expectSame } from './backend-under-test.ts';
import type { Contract } from './contract.ts';
import { type CheckId, type Rule, Untried } from './outcome.ts';
import type { Snapshot } from './snapshot.ts';

export type CheckContext = {
  backend: BackendUnderTest;
  contract: Contract;
  snapshot: Snapshot;
  random: Random;
  /** How many random questions a check asks. */
  rounds: number;
  /** The origin of pages that have to be able to read the answers, if any has to. */
  origin: string | undefined;
  /** True in the page, where a few requests have to be enough. */
  isShort: boolean;
  /** True where a browser hides an answer's headers unless the backend lets them be read. */
  isOtherSite: boolean;
};

/** Throws where an answer is not as it is due, under the rule of the check. */
type Same = (request: string, what: string, got: unknown, due: unknown) => void;

/** One thing that a backend must keep. It throws what is broken; several of a rule stand under one name each. */
export type Check = {
  /** Only of checks that the page makes too, at their short depth. */
  id?: CheckId;
  rule: Rule;
  name: string;
  /** It holds the backend against all entries, and is left out where these are too many to be read. */
  needsWhole?: true;
  run: (context: CheckContext & { same: Same }) => Promise<void> | void;
};

/** Throws {@link Untried} where a check needs all entries and they were not read. */
export async function runCheck(
  { rule, needsWhole, run }: Check,
  context: CheckContext,
): Promise<void> {
  const { snapshot } = context;
  // Asked only where it matters: where the entries could not be read, whoever asks is left out.
  if (needsWhole && !snapshot.isWhole) {
    const detail = `${snapshot.total} entries are too many to hold every count against`;
    throw new Untried('too-many', detail);
  }
  await run({
    ...context,
    same: (request, what, got, due) => expectSame(rule, request, what, got, due),
  });
}

/** For checks that need something of a kind to ask for. */
export function needSome<Item>(items: readonly Item[], noun: string): Item {
  const [first] = items;
  if (first === undefined) throw new Untried('nothing-on-record', `the record has no ${noun}`);
  return first;
}

/** All of what a check could ask of, or in the page the first few. */
export const few = <Item>(
  { isShort }: Pick<CheckContext, 'isShort'>,
  items: readonly Item[],
  most: number,
): readonly Item[] => (isShort ? items.slice(0, most) : items);

/**
 * Pairs each form of a question with things to ask it of, early ones and late ones in turn: one that stands first or last
 * may get the same answer from a backend that does not read the question.
 */
export function* pairUp<Form, Item>(
  forms: readonly Form[],
  items: readonly Item[],
  { random, rounds, isShort }: CheckContext,
): Generator<[Form, Item]> {
  const half = Math.ceil(items.length / 2);
  const halves = isShort ? [items] : [items.slice(0, half), items.slice(half)];
  const least = Math.max(forms.length * halves.length, rounds / 4);
  for (let asked = 0; asked < least;) {
    for (const one of halves)
      for (const form of forms) {
        asked += 1;
        yield [form, random.pick(one.length > 0 ? one : items)];
      }
  }
}

const MOST_DETAILS = 12;

/** A sample that has both ends and is spread over the rest; in the page only the last. */
export function sample<Item>({ isShort }: CheckContext, items: readonly Item[]): Item[] {
  if (isShort) return items.slice(-1);
  if (items.length <= MOST_DETAILS) return [...items];
  const step = (items.length - 1) / (MOST_DETAILS - 1);
  return Array.from({ length: MOST_DETAILS }, (_, index) => items[Math.round(index * step)]!);
}

/** Each path of the contract as it can be asked for: with the id of something on record, and what a search needs. */
export function pathsToAsk({ contract, snapshot }: CheckContext): string[] {
  const ids: Record<string, string | number | undefined> = {
    '/meetings/{ordinal}': snapshot.meetings.at(-1)?.ordinal,
    '/exchange-years/{id}': snapshot.exchangeYears.items[0]?.id,
    '/sources/{id}': snapshot.sources[0]?.id,
  };
  return contract.paths.flatMap((path) => {
    if (path === '/search') return ['/search?q=a'];
    if (!path.includes('{')) return [path];
    const id = ids[path];
    return id === undefined ? [] : [path.replace(/\{\w+\}/, () => encodeURIComponent(id))];
  });
}
