import type { Fetch } from '#src/api/client.ts';
import { answer } from './mount.tsx';

interface Held {
  search: URLSearchParams;
  letGo: () => void;
  isGivenUp: () => boolean;
}

/** The engine, whose counts of a chosen party wait until they are let go, each request by itself. */
export function holdingBackend() {
  const held: Held[] = [];
  let isHolding = false;
  const fetch: Fetch = async (request) => {
    const { pathname, searchParams: search } = new URL(request.url);
    // What the view still asks for at its beginning is not what is chosen.
    if (isHolding && pathname.endsWith('/fields/summary') && search.has('party')) {
      const { promise, resolve: letGo } = Promise.withResolvers<void>();
      held.push({ search, letGo, isGivenUp: () => request.signal.aborted });
      await promise;
      request.signal.throwIfAborted();
    }
    return answer(request);
  };
  return {
    fetch,
    held,
    hold: () => {
      isHolding = true;
    },
  };
}
