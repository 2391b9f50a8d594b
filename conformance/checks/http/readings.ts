import type { Reply } from '../../asker.ts';
import { type Check, pathsToAsk } from '../../check.ts';
import { broken } from '../../outcome.ts';

const MOST_SHOWN = 200;

/** Where two texts part, with some of what stands there. */
function showDifference(first: string, second: string): string {
  let at = 0;
  while (at < first.length && first[at] === second[at]) at += 1;
  const from = Math.max(0, at - 40);
  const shown = [first, second].map((text) => text.slice(from, from + MOST_SHOWN));
  return `first ${JSON.stringify(shown[0])}, then ${JSON.stringify(shown[1])}`;
}

export const READING_CHECKS: readonly Check[] = [
  /** Orders of a backend's own are free, but each stays as it is; so do ids, stamps and tags. */
  {
    rule: 'rule 2',
    name: 'the same question has the same answer and the same tag each time',
    run: async (context) => {
      const { backend } = context;
      const addresses = pathsToAsk(context);
      const before: Reply[] = [];
      for (const address of addresses) before.push(await backend.ask(address));
      // All of them before any again: what hangs on the moment may be the same within one.
      for (const [index, address] of addresses.entries()) {
        const [first, second] = [before[index]!, await backend.ask(address)];
        if (first.text !== second.text)
          throw broken('rule 2', `GET ${address}`, showDifference(first.text, second.text));
        const tags = [first, second].map(({ headers }) => headers.get('etag'));
        if (tags[0] !== tags[1])
          throw broken('rule 2', `GET ${address}`, `first tag ${tags[0]}, then ${tags[1]}`);
      }
    },
  },
];
