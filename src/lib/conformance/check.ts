import type { Answer, Backend, DataPath } from './backend.ts';
import { Broken, type Rule, Untried } from './outcome.ts';

/** The answers that the first checks got, for the others to hold theirs against. */
export type Known = { [Path in DataPath]?: Answer<Path> };
export type Context = {
  backend: Backend;
  known: Known;
  /** True where the browser hides an answer's headers unless the backend lets them be read. */
  isOtherSite: boolean;
};

/** One thing that a backend must keep; `id` names it in the messages. It throws what is broken. */
export type Check<Id extends string = string> = {
  id: Id;
  rule: Rule;
  run: (context: Context) => Promise<void> | void;
};

/** An answer that another check asked for; without it there is nothing to hold against. */
export function need<Path extends DataPath>({ known }: Context, path: Path): Answer<Path> {
  const answer: Answer<Path> | undefined = known[path];
  if (answer === undefined) throw new Untried('needs-other');
  return answer;
}

/** Something to ask for. */
export function needSome<Thing>(thing: Thing | undefined | null): Thing {
  if (thing === undefined || thing === null) throw new Untried('nothing-on-record');
  return thing;
}

export function expectCount(request: string, what: string, got: number, due: number): void {
  if (got !== due) throw new Broken(request, 'count', { what, got, due });
}

/** The total of a list of entries, by way of its shortest page. */
export async function totalOf({ backend }: Context, params: object): Promise<number> {
  return (await backend.get('/entries', { ...params, limit: 1 })).data.total;
}
